/**
 * Says that a file could not be opened or read; names its path.
 *
 * Message: `PATH: expected a readable file, got …; remedy.` `code` is the operating system's, such as ENOENT.
 */
export class FileError extends Error {
  override readonly name = "FileError";

  constructor(
    readonly path: string,
    readonly code: string,
    got: string,
    remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${path}: expected a readable file, got ${got}; ${remedy}.`, options);
  }
}
