import { ParseError } from "../../index.ts";
import type { QdkDiagnostic } from "./load-qdk.ts";

/** The error of kronket for what QDK threw: with line and column where it names them. */
export function qdkError(subject: string, thrown: unknown): Error {
  const diagnostic = firstDiagnostic(thrown);
  if (diagnostic !== undefined) {
    const { line, character } = diagnostic.range.start;
    return new ParseError(
      { source: subject, line: line + 1, column: character + 1 },
      "a program that QDK compiles",
      `"${diagnostic.message}"`,
      "correct it there",
    );
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Error(`${subject}: expected a program that QDK runs, got "${message}"; change the program.`, {
    cause: thrown,
  });
}

/** QDK throws an error that carries `diagnostics`. */
function firstDiagnostic(thrown: unknown): QdkDiagnostic["diagnostic"] | undefined {
  if (typeof thrown !== "object" || thrown === null || !("diagnostics" in thrown)) return undefined;
  const { diagnostics } = thrown as { diagnostics?: readonly QdkDiagnostic[] };
  const first = diagnostics?.[0]?.diagnostic;
  return first?.range?.start === undefined ? undefined : first;
}
