/**
 * Whether a path fits a pattern. `:name` and `*` stand for one segment, a `*` at the end for whatever follows, nothing
 * included: `/checkout/*` fits `/checkout` and `/checkout/pay/card`. A slash at the end makes no difference.
 * One pass over the segments, so that no rules file can make it slow.
 */
export function fitsPath(pattern: string, path: string): boolean {
  const wanted = segmentsOf(pattern);
  const given = segmentsOf(path);
  const open = wanted.at(-1) === '*';
  if (open) wanted.pop();
  if (open ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((segment, i) => segment === '*' || segment.startsWith(':') || segment === given[i]);
}

/** Whether a host name fits: itself, or with `*.` in front whatever stands before it. */
export function fitsHost(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}
