import Tracker from '@openreplay/tracker';

const tracker = new Tracker({ projectKey: 'bench', ingestPoint: location.origin, __DISABLE_SECURE_MODE: true, respectDoNotTrack: false, obscureTextEmails: false, defaultInputMode: 0 });
addEventListener('load', () => tracker.start().then(() => performance.mark('ready')));
