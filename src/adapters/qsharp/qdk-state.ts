import { type Circuit, LimitError, StateVector, splitFinalMeasurements } from "../../index.ts";
import { loadQdk, type QdkOptions } from "./load-qdk.ts";
import { qdkError } from "./qdk-error.ts";
import { toQsharp } from "./to-qsharp.ts";

/** The most qubits of a state that is shown: each amplitude passes through a line of text. */
const largest = 20;

/**
 * The state that a circuit prepares, computed by Microsoft's QDK: a second opinion to `simulate`, global phase included.
 *
 * The circuit goes there as Q#, because the OpenQASM of QDK takes angles modulo 2π and has no way to show a state.
 * Y is written as S X S†: the simulator of QDK gives a Y right after an H the opposite sign.
 * QDK keeps amplitudes in a sparse table and drops those that are 0 up to rounding.
 *
 * Errors: RangeError for a circuit that measures, resets or branches before its end, and as `toQsharp`; LimitError above
 * 20 qubits; Error as `loadQdk`.
 *
 * @example (await qdkState(new Circuit(2).h(0).cx(0, 1))).ket() // "0.707|00⟩ + 0.707|11⟩"
 */
export async function qdkState(circuit: Circuit, options: QdkOptions = {}): Promise<StateVector> {
  const split = splitFinalMeasurements(circuit);
  if (split === undefined) {
    throw new RangeError(
      "qdkState: expected measurements at the end only, got a circuit that measures, resets or branches before; use qdkRunner.",
    );
  }
  const { qubits } = circuit;
  if (qubits > largest) {
    throw new LimitError("qdkState", largest, qubits, "qubits", "run it with shots by qdkRunner");
  }
  const program = toQsharp(split.circuit, { dump: true });
  const qdk = await loadQdk(options);
  const [shot] = await qdk
    .run({ sources: [["circuit.qs", program]], projectType: "qsharp" }, 1)
    .catch((thrown: unknown) => {
      throw qdkError("qdkState", thrown);
    });
  const dump = shot?.events.find((event) => event.type === "DumpMachine");
  if (dump === undefined) throw qdkError("qdkState", new Error("no state was shown"));
  const state = new StateVector(qubits);
  state.re[0] = 0;
  for (const [label, [re, im]] of Object.entries(dump.state)) {
    const index = basisState(label);
    state.re[index] = re;
    state.im[index] = im;
  }
  return state;
}

/** Labels are like |011⟩ with the first qubit in front, which is the low bit. */
function basisState(label: string): number {
  const digits = label.slice(1, -1);
  let index = 0;
  for (let k = 0; k < digits.length; k++) if (digits[k] === "1") index += 2 ** k;
  return index;
}
