/** How a module says that it imports a memory: its kind, and the flags of its limits. */
const memoryKind = 2;
const withMaximum = 1;
const shared = 2;

/**
 * The same module for a memory that threads share: in its binary form only one flag of the import is different.
 *
 * Errors: RangeError where there is no import of a memory with a maximum; the name of the import must be env.memory.
 */
export function forSharedMemory(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const name = [3, ...ascii("env"), 6, ...ascii("memory"), memoryKind];
  const at = bytes.findIndex((_, k) => name.every((byte, j) => bytes[k + j] === byte));
  if (at < 0 || bytes[at + name.length] !== withMaximum) {
    throw new RangeError(
      "forSharedMemory: expected a module that imports env.memory with a maximum, got another; compile it with --importMemory.",
    );
  }
  const result = bytes.slice();
  result[at + name.length] = withMaximum | shared;
  return result;
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
