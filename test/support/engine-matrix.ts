import type { Circuit } from "../../src/circuit/circuit.ts";
import { type ComplexMatrix, zeroMatrix } from "../../src/circuit/complex-matrix.ts";
import type { Engine } from "../../src/simulator/engine.ts";
import { referenceEngine } from "../../src/simulator/reference-engine.ts";
import { StateVector } from "../../src/simulator/state-vector.ts";

/** The matrix of a circuit as an engine has it: column c is what becomes of basis state c. */
export function engineMatrix(circuit: Circuit, engine: Engine = referenceEngine): ComplexMatrix {
  const size = 2 ** circuit.qubits;
  const result = zeroMatrix(size);
  for (let c = 0; c < size; c++) {
    const { state } = engine.run(circuit, { initial: StateVector.basis(circuit.qubits, c) });
    for (let r = 0; r < size; r++) {
      result.re[r * size + c] = state.re[r];
      result.im[r * size + c] = state.im[r];
    }
  }
  return result;
}
