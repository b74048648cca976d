/**
 * Tells two rules files apart in eight hexadecimal digits: FNV-1a over the UTF-16 code units, mixed as MurmurHash3 mixes at
 * its end, so that files that differ in one letter look nothing alike. It protects nothing; it only names.
 */
export function hashOf(text: string): string {
  // the offset and the prime of 32-bit FNV
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
