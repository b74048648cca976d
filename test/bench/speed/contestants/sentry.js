// its rage and dead clicks come with the replay, and only there
import * as Sentry from '@sentry/browser';

Sentry.init({
  dsn: `${location.protocol}//public@${location.host}/1`, integrations: [Sentry.replayIntegration()],
  replaysSessionSampleRate: 1, replaysOnErrorSampleRate: 1, sendClientReports: false,
});
performance.mark('ready');
