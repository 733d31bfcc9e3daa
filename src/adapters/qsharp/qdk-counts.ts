import type { QdkCompiler, QdkProgram, QdkShot } from "./load-qdk.ts";
import { qdkError } from "./qdk-error.ts";

/** Shots a call: QDK computes in one go, and between calls the event loop and the signal get their turn. */
const atATime = 250;

/**
 * Runs a program so many times and counts the classical bits that it returns.
 *
 * Errors: ParseError for a program that does not compile; Error for a shot that fails; the signal's reason.
 */
export async function qdkCounts(
  subject: string,
  qdk: QdkCompiler,
  program: QdkProgram,
  shots: number,
  signal?: AbortSignal,
): Promise<Record<string, number>> {
  const outcomes: string[] = [];
  while (outcomes.length < shots) {
    signal?.throwIfAborted();
    const results = await qdk
      .run(program, Math.min(atATime, shots - outcomes.length))
      .catch((thrown: unknown) => {
        throw qdkError(subject, thrown);
      });
    if (results.length === 0) throw qdkError(subject, new Error("no shot was run"));
    for (const shot of results) outcomes.push(bitsOf(subject, shot));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return countOutcomes(outcomes);
}

/** Results come as [Zero, One], ([Zero], [One, One]), One or (): in this order from bit 0, which kronket writes last. */
function bitsOf(subject: string, { success, result }: QdkShot): string {
  if (!success || typeof result !== "string") {
    throw qdkError(subject, new Error(typeof result === "string" ? result : result.message));
  }
  const bits = result.match(/Zero|One|Loss/g) ?? [];
  if (result.replace(/Zero|One|[\s,[\]()]/g, "") !== "") {
    throw qdkError(subject, new Error(`the result ${result.slice(0, 40)} is not one of bits`));
  }
  return bits
    .map((bit) => (bit === "One" ? "1" : "0"))
    .reverse()
    .join("");
}

/** Counts strings, in ascending order. */
function countOutcomes(outcomes: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
