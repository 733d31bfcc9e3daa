import { type RunCounts, requireShots } from "../../index.ts";
import { loadQdk, type QdkOptions } from "./load-qdk.ts";
import { qdkCounts } from "./qdk-counts.ts";

/** How an OpenQASM program is run by QDK. */
export interface QdkQasmOptions extends QdkOptions {
  readonly shots: number;
  readonly signal?: AbortSignal;
  /** The name of the program in messages (default `program.qasm`). */
  readonly source?: string;
}

/**
 * Runs an OpenQASM 2 or 3 program by QDK's own front end and simulator: nothing of kronket reads the text.
 *
 * Counts the bits that the program declares, the first declared bit rightmost. Beware of what QDK makes of OpenQASM:
 * angles are taken modulo 2π, so that a controlled rotation by a negative angle gets a sign that it should not have, and
 * `csx a, b` is controlled by `b`.
 *
 * Errors: ParseError with line and column for a program that QDK does not compile; RangeError for shots; Error as `loadQdk`.
 *
 * @example await runQasmOnQdk(exportQasm(circuit, { version: 3 }), { shots: 1000 })
 */
export async function runQasmOnQdk(text: string, options: QdkQasmOptions): Promise<RunCounts> {
  const { shots, signal, source = "program.qasm" } = options;
  requireShots("runQasmOnQdk", shots);
  signal?.throwIfAborted();
  const qdk = await loadQdk(options);
  const program = { sources: [[source, text] as [string, string]], projectType: "openqasm" as const };
  return { shots, counts: await qdkCounts(source, qdk, program, shots, signal) };
}
