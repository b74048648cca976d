/**
 * 32 bits that tell texts apart: FNV-1a over the UTF-16 code units, mixed as MurmurHash3 mixes at its end, so that texts that
 * differ in one letter look nothing alike. It protects nothing.
 */
export function hash(text: string): number {
  // the offset and the prime of 32-bit FNV
  let mixed = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
