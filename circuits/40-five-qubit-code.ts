import { Circuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const data = [0, 1, 2, 3, 4];
const ancilla = 5;
const preparedAngle = Math.PI / 3;
/** The generators of the stabiliser, qubit 0 first; the fifth cyclic shift is their product. */
const generators = ["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"];
const anticommute = (a: string, b: string) => a !== "I" && b !== "I" && a !== b;

type Pauli = "X" | "Y" | "Z";
const controlledPauli = (circuit: Circuit, letter: string, control: number, target: number) =>
  letter === "I" ? circuit : circuit[`c${letter.toLowerCase()}` as "cx" | "cy" | "cz"](control, target);

/** Measures a generator into a bit with one ancilla. */
function parity(circuit: Circuit, generator: string, bit: number): Circuit {
  let result = circuit.h(ancilla);
  data.forEach((qubit) => {
    result = controlledPauli(result, generator[qubit], ancilla, qubit);
  });
  return result.h(ancilla).measure(ancilla, bit).reset(ancilla);
}

/** |b⟩|0000⟩ → |b⟩ encoded: H on four qubits, each controlling the rest of a generator in standard form. */
const standardForm = ["YZIZY", "IXZZX", "ZZXIX", "ZIZYY"];
let encode = new Circuit(5);
standardForm.forEach((generator, k) => {
  encode = encode.h(k);
  if (generator[k] === "Y") encode = encode.s(k);
  data.forEach((qubit) => {
    if (qubit !== k) encode = controlledPauli(encode, generator[qubit], k, qubit);
  });
});

let circuit = Circuit.withRegisters(
  [
    ["data", 5],
    ["ancilla", 1],
  ],
  [["syndrome", 4]],
)
  .ry(preparedAngle, 4)
  .box("encode", encode, data)
  .u(0.7, 1.1, 0.4, 2) // the error: any rotation of any one qubit
  .barrier();
generators.forEach((generator, bit) => {
  circuit = parity(circuit, generator, bit);
});
// Each of the 15 one-qubit errors has a syndrome of its own.
for (const qubit of data) {
  for (const error of ["X", "Y", "Z"] as Pauli[]) {
    const syndrome = generators.reduce(
      (sum, generator, bit) => sum + (anticommute(generator[qubit], error) ? 2 ** bit : 0),
      0,
    );
    circuit = circuit.when([0, 1, 2, 3], syndrome, (body) =>
      body[error.toLowerCase() as "x" | "y" | "z"](qubit),
    );
  }
}
circuit = circuit.box("decode", encode.inverse(), data);

export const program: Program = {
  title: "The five-qubit code",
  explanation:
    "The smallest code that corrects any error of any one qubit. Measuring four parities forces an arbitrary rotation to become one of I, X, Y, Z and tells which; after the repair and decoding, the state √3/2|0⟩ + 1/2|1⟩ is back in every run.",
  source: "Laflamme, Miquel, Paz and Zurek, quant-ph/9602019; Gottesman, quant-ph/9705052, section 4.2",
  circuit,
  expect: [{ kind: "state", amplitudes: { "000000": Math.sqrt(3) / 2, "010000": 1 / 2 } }],
};
