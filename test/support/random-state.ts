import type { RandomStream } from "../../src/random/random-stream.ts";
import { StateVector } from "../../src/simulator/state-vector.ts";

/** A state with independent normal amplitudes, normalised: uniform on the sphere. */
export function randomState(qubits: number, random: RandomStream): StateVector {
  const re = Float64Array.from({ length: 2 ** qubits }, () => random.normal());
  const im = Float64Array.from({ length: 2 ** qubits }, () => random.normal());
  const scale = 1 / new StateVector(qubits, re, im).norm();
  return new StateVector(
    qubits,
    re.map((x) => x * scale),
    im.map((x) => x * scale),
  );
}
