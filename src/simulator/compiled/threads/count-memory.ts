/** Memories that are never written to, for as long as those they stand for. */
const counted = new WeakMap<ArrayBufferLike, ArrayBuffer>();

/**
 * Has the garbage collector of the host count a shared memory.
 *
 * V8 does not count memory that threads share, so that unused states pile up until a collection happens for another
 * reason. An ordinary buffer of the same size that goes with the memory is counted. Nothing is ever written to it, so
 * that the system never gives it any memory.
 */
export function countMemory(buffer: ArrayBufferLike): void {
  if (buffer instanceof ArrayBuffer) return;
  try {
    counted.set(buffer, new ArrayBuffer(buffer.byteLength));
  } catch {
    // A host that will not have so large a buffer collects later.
  }
}
