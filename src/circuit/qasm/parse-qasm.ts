import { Circuit } from "../circuit.ts";
import { declareBuiltIns, lowerText } from "./lowering/includes.ts";
import { Program } from "./lowering/program.ts";
import type { QasmOptions } from "./qasm-options.ts";
import { openText } from "./read-version.ts";
import { Sources } from "./text/sources.ts";

/**
 * Reads an OpenQASM program, version 2 or 3, into a circuit.
 *
 * - Qubits and bits are numbered in the order of declaration; registers keep their names, index 0 being the lowest.
 * - Gates of qelib1.inc and stdgates.inc, and the built-in U, CX and gphase, are gates of the table. `U` is without the
 *   phase factor that later drafts of OpenQASM 3 give it, as Qiskit and Braket read it.
 * - Gates that the program defines become boxes with the name of the gate.
 * - Loops over known values are written out; what measured bits decide becomes branches and loops of the circuit.
 * - An `angle[n]` that is measured into is a register of bits; the gates of one angle turn by it bit by bit.
 * - `input float` is a parameter of the circuit unless `inputs` gives its value.
 *
 * OpenQASM 3: types bit, bool, int, uint, float, angle; aliases, gate modifiers, subroutines, all control flow but
 * switch. Whole numbers divide as whole numbers, and a lost remainder where a real number is needed is an error.
 *
 * Errors: QasmError with code, line, column, excerpt and remedy for the first thing that is wrong; `qasmCodes` lists
 * the codes. RangeError for `inputs` that the program does not have.
 *
 * @example parseQasm('OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; h q[0]; cx q[0], q[1];') // (|00⟩ + |11⟩)/√2
 *
 * Source: Cross, Bishop, Smolin and Gambetta, arXiv:1707.03429; OpenQASM 3.0, arXiv:2104.14722.
 */
export function parseQasm(text: string, options: QasmOptions = {}): Circuit {
  if (typeof text !== "string") {
    throw new TypeError(`parseQasm: expected a text, got ${typeof text}; decode bytes first.`);
  }
  const sources = new Sources();
  const lexer = openText(text, options, sources);
  const program = new Program(sources, lexer.version, options);
  declareBuiltIns(program);
  lowerText(program, lexer);
  requireKnownInputs(program, options.inputs);
  const { qubits, bits, out, qubitRegisters, bitRegisters } = program;
  return new Circuit(qubits, bits, out, { qubitRegisters, bitRegisters });
}

function requireKnownInputs({ inputNames }: Program, inputs: QasmOptions["inputs"] = {}): void {
  const unknown = Object.keys(inputs).find((name) => !inputNames.has(name));
  if (unknown === undefined) return;
  const known =
    inputNames.size === 0 ? "the program has none" : `the program has ${[...inputNames].join(", ")}`;
  throw new RangeError(`parseQasm: expected inputs of the program, got ${unknown}; ${known}.`);
}
