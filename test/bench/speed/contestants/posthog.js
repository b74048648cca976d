// what its snippet loads: the slim build, and the part that sees dead clicks
import '../../node_modules/posthog-js/dist/dead-clicks-autocapture.js';
import '../../node_modules/posthog-js/dist/array.js';

window.posthog.init('phc_bench', {
  api_host: location.origin, defaults: '2026-08-29', capture_dead_clicks: true, rageclick: true, disable_session_recording: true,
  advanced_disable_flags: true, disable_surveys: true, disable_external_dependency_loading: true,
  opt_out_useragent_filter: true, internal_or_test_user_hostname: null,
  loaded: () => performance.mark('ready'),
});
