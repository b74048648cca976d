import { clarity } from 'clarity-js';

addEventListener('load', () => {
  clarity.start({ projectId: 'bench', upload: `${location.origin}/clarity`, track: true, content: true, lean: false });
  performance.mark('ready');
});
