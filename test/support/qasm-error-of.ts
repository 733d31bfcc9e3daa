import { parseQasm, QasmError, type QasmOptions } from "../../src/index.ts";

/** The error that a program is refused with. */
export function qasmErrorOf(program: string, options: QasmOptions = {}): QasmError {
  try {
    parseQasm(program, options);
  } catch (error) {
    if (error instanceof QasmError) return error;
    throw error;
  }
  throw new Error(`no error for:\n${program}`);
}
