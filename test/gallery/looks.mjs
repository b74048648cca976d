/** How the visitor's browser stands. `wide` is 1280 px, `narrow` a phone of 320 px. */
const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 320, height: 640 };
const plain = { lang: 'en', viewport: WIDE, colorScheme: 'light', rootPx: 16 };

/**
 * Each way of looking, by the name it has in a picture's name. `of` says which states are looked at so: `all`, those that are looked at
 * in other `languages`, or the one that each surface is looked at `once`.
 */
export const looks = {
  light: { ...plain, of: 'all', title: '1280 px, light' },
  dark: { ...plain, colorScheme: 'dark', of: 'all', title: '1280 px, dark' },
  'light-320': { ...plain, viewport: NARROW, isPhone: true, of: 'all', title: '320 px, light' },
  'dark-320': { ...plain, viewport: NARROW, isPhone: true, colorScheme: 'dark', of: 'all', title: '320 px, dark' },
  de: { ...plain, lang: 'de', of: 'languages', title: 'German' },
  ar: { ...plain, lang: 'ar', of: 'languages', title: 'Arabic, from the right' },
  ja: { ...plain, lang: 'ja', of: 'languages', title: 'Japanese' },
  forced: { ...plain, forcedColors: 'active', of: 'once', title: 'forced colours' },
  large: { ...plain, rootPx: 32, of: 'once', title: 'text at 200 %' },
  spaced: { ...plain, isSpaced: true, of: 'once', title: 'wide text spacing' },
};
