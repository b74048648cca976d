import { clarity } from 'clarity-js';

// a function, because an address is taken for another one after the first change of route, and clarity stops for good when it cannot send
const upload = (data) => void fetch('/clarity', { method: 'POST', body: data });

addEventListener('load', () => {
  clarity.start({ projectId: 'bench', upload, track: true, content: true, lean: false });
  performance.mark('ready');
});
