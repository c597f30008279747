/**
 * What chance starts from in a wave: FNV-1a (32 bit) over the UTF-8 bytes of the wave's id without its highest bit, at
 * least 1. It follows from the id alone, so that every instance and every recomputation starts the same.
 */
export function waveSeed(waveId: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(waveId)) hash = Math.imul(hash ^ byte, 0x01000193);
  return Math.max(1, hash & 0x7fffffff);
}
