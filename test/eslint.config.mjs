import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', '**/node_modules/**', 'test-results/**', 'demo/**/*.js', '**/*.mjs'] },
  {
    files: ['src/**/*.{ts,tsx}', 'cli/**/*.ts', 'test/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname } },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // closures over classes: there is no `this` to lose
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'max-params': ['error', 5],
      'no-restricted-globals': ['error', 'event', 'name', 'status'],
    },
  },
  { // the nouns, and what the parts promise each other, stand together, so that each can be read as one page
    files: ['src/types.ts', 'src/parts.ts'],
    rules: { 'max-lines': 'off' },
  },
  { // the console is the developer's, where nobody listens for errors
    files: ['src/script.ts', 'src/browser/emitter.ts'],
    rules: { 'no-console': 'off' },
  },
);
