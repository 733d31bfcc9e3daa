import { AtomicFile } from "./atomic-file.ts";

/** Writes a file so that it is there completely or not at all. Errors: as AtomicFile. */
export function writeAtomically(path: string, text: string): void {
  const file = new AtomicFile(path);
  try {
    file.write(text);
    file.commit();
  } catch (error) {
    file.discard();
    throw error;
  }
}
