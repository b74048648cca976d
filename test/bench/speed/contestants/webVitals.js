import { onCLS, onINP, onLCP, onTTFB } from 'web-vitals';

for (const watch of [onCLS, onINP, onLCP, onTTFB]) watch((metric) => navigator.sendBeacon('/collect', JSON.stringify({ name: metric.name, value: metric.value })));
performance.mark('ready');
