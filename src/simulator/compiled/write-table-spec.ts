import { unitPhase } from "../../circuit/unit-phase.ts";
import { RecordWriter } from "./encode-pass.ts";
import type { DiagonalSweep } from "./tile-step.ts";

/** Describes the table of a diagonal sweep, bit by bit, for `buildTable` of the kernels. */
export function writeTableSpec(
  view: DataView,
  address: number,
  sweep: DiagonalSweep,
  bitOf: Int8Array,
  bits: number,
): void {
  const linear = new Float64Array(bits);
  const pairs: { low: number; angle: number }[][] = Array.from({ length: bits }, () => []);
  for (const { qubits, angle } of sweep.inner) {
    const [first, second] = qubits.map((qubit) => bitOf[qubit]);
    if (second === undefined) linear[first] += angle;
    else pairs[Math.max(first, second)].push({ low: Math.min(first, second), angle });
  }
  const words = new RecordWriter(view, address, address + 2 ** 13);
  for (let bit = 0; bit < bits; bit++) {
    const lower = pairs[bit].sort((a, b) => a.low - b.low);
    words.doubles(...unitPhase(linear[bit]));
    words.words(lower.length, 0);
    for (const { low, angle } of lower) {
      words.words(low, 0);
      words.doubles(...unitPhase(angle));
    }
  }
}
