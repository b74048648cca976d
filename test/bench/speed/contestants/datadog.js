import { datadogRum } from '@datadog/browser-rum';

datadogRum.init({
  clientToken: 'pubbench', applicationId: '00000000-0000-4000-8000-000000000000', site: 'datadoghq.com', service: 'bench',
  proxy: `${location.origin}/datadog`, sessionSampleRate: 100, sessionReplaySampleRate: 0, telemetrySampleRate: 0,
  trackUserInteractions: true, trackResources: true, trackLongTasks: true, allowUntrustedEvents: true,
});
performance.mark('ready');
