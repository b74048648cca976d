// its own finished browser file
import * as amplitude from '../../node_modules/@amplitude/analytics-browser/lib/scripts/amplitude-min.umd.js';

amplitude.init('benchkey', 'visitor@bench', {
  serverUrl: `${location.origin}/amplitude`, fetchRemoteConfig: false, remoteConfig: { fetchRemoteConfig: false },
  autocapture: { elementInteractions: true, frustrationInteractions: { rageClicks: true, deadClicks: true, errorClicks: true, thrashedCursor: true } },
}).promise.then(() => performance.mark('ready'));
