import { type Circuit, StateVector, simulate } from "../../index.ts";
import type { CheckOf } from "../check-schema.ts";
import type { Difference } from "../difference.ts";
import { basisKet, exactly, halfway, widened } from "./amplitudes.ts";
import { circuitChecker } from "./circuit-checker.ts";

/** The states that the basis states of the lowest qubits go to, any further qubits starting in |0⟩. */
interface Columns {
  readonly inputs: number;
  readonly outputs: readonly StateVector[];
}

/** Whether a circuit acts like the solution on every input, up to one phase for all of them. */
export const actsLike = circuitChecker<"acts like", Columns>({
  look(circuit: Circuit, check): Columns {
    const inputs = circuit.qubits - Math.min(check.work ?? 0, Math.max(0, circuit.qubits - 1));
    const outputs = Array.from({ length: 2 ** inputs }, (_, x) =>
      simulate(circuit, { initial: StateVector.basis(circuit.qubits, x) }),
    );
    return { inputs, outputs };
  },
  compare: (seen, right, check) => compareColumns(seen, right, check),
  same: (one, other, check) =>
    one.outputs.length === other.outputs.length &&
    one.outputs[0].qubits === other.outputs[0].qubits &&
    compareColumns(one, other, check) === null,
});

function compareColumns(
  seen: Columns,
  right: Columns,
  { upTo = "phase" }: CheckOf<"acts like">,
): Difference | null {
  const { qubits } = seen.outputs[0];
  const wanted = right.outputs[0].qubits;
  if (qubits < wanted || seen.outputs.length < right.outputs.length) {
    return { reason: `It has ${qubits} qubits; ${wanted} are needed.` };
  }
  if (seen.inputs > right.inputs && qubits > wanted) {
    return { reason: `It has ${qubits} qubits; ${wanted} are asked for.` };
  }
  let first: readonly [number, number] = [1, 0];
  for (const [x, output] of right.outputs.entries()) {
    const expected = widened(output, qubits);
    const got = seen.outputs[x];
    const [re, im] = expected.innerProduct(got);
    if (1 - (re * re + im * im) > exactly) {
      return {
        reason: "It does not act as it should on every input.",
        counterexample: `On ${basisKet(right.inputs, x)} expected ${expected.ket()}, got ${got.ket()}.`,
      };
    }
    if (x === 0) {
      first = [re, im];
      if (upTo === "nothing" && Math.hypot(re - 1, im) > Math.sqrt(exactly)) {
        return {
          reason: "It is right only up to a global phase, and here the phase counts.",
          counterexample: `On ${basisKet(right.inputs, 0)} expected ${expected.ket()}, got ${got.ket()}.`,
        };
      }
    } else if (Math.hypot(re - first[0], im - first[1]) > Math.sqrt(exactly)) {
      const zero = widened(right.outputs[0], qubits);
      return {
        reason: "It is right on every basis state, but with phases that differ; a superposition shows it.",
        counterexample: `On (${basisKet(right.inputs, 0)} + ${basisKet(right.inputs, x)})/√2 expected ${halfway(zero, expected).ket()}, got ${halfway(seen.outputs[0], got).ket()}.`,
      };
    }
  }
  return null;
}
