import { type Circuit, parseQasm, QasmError } from "../../../index.ts";

/** A program as a circuit, or what is wrong with it and where. */
export type ReadProgram =
  | { readonly circuit: Circuit; readonly fault?: undefined }
  | { readonly circuit?: undefined; readonly fault: ProgramFault };

/** What is wrong with a program; line and column count from 1 and are missing where the whole text is at fault. */
export interface ProgramFault {
  readonly message: string;
  readonly place?: { readonly line: number; readonly column: number };
}

/** What the page can draw and simulate; larger programs are for the command line. */
const limits = { qubits: 22, operations: 5000 };

/** Reads a program as it stands in the editor. */
export function readProgram(text: string): ReadProgram {
  try {
    const circuit = parseQasm(text, { limits });
    return { circuit };
  } catch (error) {
    if (error instanceof QasmError) {
      const { line, column } = error;
      // The editor shows the place; the message needs neither it nor the excerpt.
      const message = error.message.split("\n")[0].replace(/^[^:]*:\d+:\d+: /, "");
      return { fault: { message, place: { line, column } } };
    }
    return { fault: { message: error instanceof Error ? error.message : String(error) } };
  }
}
