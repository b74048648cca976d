// its core alone, without the recorder
import mixpanel from 'mixpanel-browser/src/loaders/loader-module-core';

mixpanel.init('benchtoken', {
  api_host: location.origin, autocapture: true, persistence: 'localStorage', record_sessions_percent: 0, ignore_dnt: true,
  loaded: () => performance.mark('ready'),
});
