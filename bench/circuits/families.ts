import { type Circuit, type RandomStream, seededRandom } from "../../src/index.ts";
import { ghz } from "./ghz.ts";
import { grover } from "./grover.ts";
import { qft } from "./qft.ts";
import { randomCircuit } from "./random-circuit.ts";
import { rotations } from "./rotations.ts";

/** The families of circuits that simulators are compared on, by the names that tables use. */
export const families = {
  ghz,
  qft,
  rot: rotations,
  rqc: randomCircuit,
  grover,
} as const satisfies Record<string, (qubits: number, random: RandomStream) => Circuit>;

export type Family = keyof typeof families;

/** The circuit of a family at a size: the same at every call. */
export function familyCircuit(family: Family, qubits: number): Circuit {
  return families[family](qubits, seededRandom(2026).split(family, qubits));
}
