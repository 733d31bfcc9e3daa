import { LimitError } from "../../errors/limit-error.ts";

/** Refuses a matrix of more bytes than allowed, before its memory is taken. Errors: LimitError that names the file. */
export function requireRoom(name: string, bytes: number, maxBytes: number): void {
  if (bytes > maxBytes) {
    throw new LimitError(name, maxBytes, bytes, "bytes", "raise maxBytes or keep fewer columns");
  }
}
