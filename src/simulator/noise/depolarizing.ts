import {
  type ComplexMatrix,
  complexMatrix,
  identityMatrix,
  kroneckerProduct,
} from "../../circuit/complex-matrix.ts";
import { type KrausChannel, krausChannel } from "./kraus-channel.ts";
import { requireProbability } from "./require-probability.ts";

const paulis: readonly ComplexMatrix[] = [
  identityMatrix(2),
  complexMatrix([
    [0, 1],
    [1, 0],
  ]),
  complexMatrix([
    [0, [0, -1]],
    [[0, 1], 0],
  ]),
  complexMatrix([
    [1, 0],
    [0, -1],
  ]),
];

/**
 * The depolarizing channel on one or two qubits: ρ → (1 − p) ρ + p · 1/2^k.
 *
 * With probability p the state is replaced by the maximally mixed one. The same as each of the 4^k Pauli strings with
 * probability p/4^k and nothing otherwise, so that an error other than the identity has probability p (1 − 4^−k).
 *
 * Errors: RangeError for p outside [0, 1] and for other than one or two qubits.
 *
 * @example depolarizing(0.01).probabilities // [0.9925, 0.0025, 0.0025, 0.0025]
 */
export function depolarizing(p: number, qubits: 1 | 2 = 1): KrausChannel {
  requireProbability("depolarizing", "p", p);
  if (qubits !== 1 && qubits !== 2) {
    throw new RangeError(
      `depolarizing: expected one or two qubits, got ${String(qubits)}; apply it to each of more.`,
    );
  }
  const strings = qubits === 1 ? paulis : paulis.flatMap((a) => paulis.map((b) => kroneckerProduct(a, b)));
  const share = p / strings.length;
  return krausChannel(
    `depolarizing(${p})`,
    strings.map((string, k) => scaled(string, Math.sqrt(k === 0 ? 1 - p + share : share))),
  );
}

function scaled({ size, re, im }: ComplexMatrix, factor: number): ComplexMatrix {
  return { size, re: re.map((x) => x * factor), im: im.map((x) => x * factor) };
}
