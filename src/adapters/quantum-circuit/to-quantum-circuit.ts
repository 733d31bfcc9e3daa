import {
  type Circuit,
  type Condition,
  expand,
  type Operation,
  type Register,
  requireBound,
} from "../../index.ts";
import {
  newQuantumCircuit,
  type QuantumCircuit,
  type QuantumCircuitOptions,
} from "./quantum-circuit-object.ts";
import { type VerifiedGateName, verifiedGates } from "./verified-gates.ts";

/** How a circuit is handed over. */
export interface ToQuantumCircuitOptions {
  /** The gates that are used (default: all that have the same matrix there). Everything else is written in them. */
  readonly gates?: readonly VerifiedGateName[];
  /** Whether the global phase is kept, by x and u1 on qubit 0, or left out (default), as there is no gate for it. */
  readonly globalPhase?: "drop" | "gates";
}

/**
 * Hands a circuit over to quantum-circuit, gate by gate through its `appendGate`; no text is ever read there.
 *
 * Only gates that have the same matrix on both sides are used, each compared by a test; everything else is written in
 * them first. Wires, bit order and bits are the same; bits go into the registers of the circuit, or into `c`.
 *
 * Errors: RangeError for no qubits, unbound parameters, loops, assignments, branches with an else, in each other or on
 * anything but the value of a whole register: quantum-circuit has no word for them.
 *
 * @example toQuantumCircuit(new Circuit(2).h(0).cx(0, 1)).exportToSVG({})
 */
export function toQuantumCircuit(circuit: Circuit, options: ToQuantumCircuitOptions = {}): QuantumCircuit {
  const { gates = allGates, globalPhase = "drop" } = options;
  requireBound("toQuantumCircuit", circuit);
  if (circuit.qubits === 0) {
    throw new RangeError(
      "toQuantumCircuit: expected at least one qubit, got none; quantum-circuit has no empty circuits.",
    );
  }
  const target = newQuantumCircuit(circuit.qubits);
  const registers = bitRegisters(circuit);
  for (const { name, size } of registers) target.createCreg(name, size);
  const writer = { target, registers, globalPhase };
  for (const step of expand(circuit, { basis: gates }).operations) append(writer, step, {});
  return target;
}

const allGates = Object.keys(verifiedGates) as VerifiedGateName[];

interface Writer {
  readonly target: QuantumCircuit;
  readonly registers: readonly Register[];
  readonly globalPhase: "drop" | "gates";
}

function append(writer: Writer, step: Operation, options: QuantumCircuitOptions): void {
  const { target, registers } = writer;
  switch (step.kind) {
    case "gate":
      appendGate(writer, step, options);
      break;
    case "barrier":
      // Its barrier takes one wire.
      for (const qubit of step.qubits) target.appendGate("barrier", qubit, {});
      break;
    case "measure": {
      const register = registers.find(
        ({ start, size }) => step.bit >= start && step.bit < start + size,
      ) as Register;
      const creg = { name: register.name, bit: step.bit - register.start };
      target.appendGate("measure", step.qubit, { ...options, creg });
      break;
    }
    case "reset":
      target.appendGate("reset", step.qubit, { ...options });
      break;
    case "conditional": {
      const condition = wholeRegister(step.condition, registers);
      if (condition === undefined || step.otherwise.length > 0 || options.condition !== undefined) {
        refuse("a branch that is not one on the value of a whole register, without else");
      }
      if (changesBits(step.operations)) refuse("a branch that measures");
      for (const inner of step.operations) append(writer, inner, { condition });
      break;
    }
    default:
      refuse({ while: "a loop", assign: "an assignment" }[step.kind as "while" | "assign"] ?? step.kind);
  }
}

function appendGate(
  { target, globalPhase }: Writer,
  { gate, parameters, qubits }: Extract<Operation, { kind: "gate" }>,
  options: QuantumCircuitOptions,
): void {
  if (gate === "gphase") {
    if (globalPhase === "drop") return;
    // u1(γ) X u1(γ) X is e^{iγ}.
    for (let k = 0; k < 2; k++) {
      target.appendGate("x", 0, { ...options });
      target.appendGate("u1", 0, { ...options, params: { lambda: String(parameters[0]) } });
    }
    return;
  }
  const { name, angles } = verifiedGates[gate as VerifiedGateName];
  const params = Object.fromEntries(angles.map((angle, k) => [angle, String(parameters[k])]));
  target.appendGate(name, [...qubits], { ...options, ...(angles.length > 0 && { params }) });
}

/** The registers of the bits; all bits in one named c where none are named. */
function bitRegisters({ bits, registers }: Circuit): readonly Register[] {
  const named = registers.bitRegisters;
  const covered = named.reduce((sum, { size }) => sum + size, 0);
  return covered === bits ? named : [{ name: "c", start: 0, size: bits }];
}

function wholeRegister(
  condition: Condition,
  registers: readonly Register[],
): QuantumCircuitOptions["condition"] | undefined {
  if (condition.kind !== "equals") return undefined;
  const { bits, value } = condition;
  const register = registers.find(
    ({ start, size }) => size === bits.length && bits.every((bit, k) => bit === start + k),
  );
  return register === undefined ? undefined : { creg: register.name, value };
}

/** A gate there asks anew for its condition, so nothing in a branch may change the answer. */
function changesBits(steps: readonly Operation[]): boolean {
  return steps.some(({ kind }) => kind === "measure");
}

function refuse(what: string): never {
  throw new RangeError(
    `toQuantumCircuit: expected what quantum-circuit has a word for, got ${what}; export OpenQASM instead.`,
  );
}
