import type { GateName } from "../../gate-table.ts";
import type { GateOperation } from "../../operation.ts";
import { minus, negative, over, type Parameter, parameter } from "../../parameter.ts";

/** A gate as a sequence of simpler ones on qubits 0, 1, …, in terms of named parameters. */
export interface GateDefinition {
  readonly parameters: readonly string[];
  readonly qubits: number;
  readonly operations: readonly GateOperation[];
}

const [theta, phi, beta] = ["theta", "phi", "beta"].map(parameter);
const quarter = Math.PI / 2;
const eighth = Math.PI / 4;

/**
 * The gates of the table that some standard library of OpenQASM lacks and that are no controlled gates, by simpler ones.
 *
 * Exact, phase included.
 *
 * Source: the circuit library of Qiskit.
 */
export const gateDefinitions: Readonly<Record<string, GateDefinition>> = {
  u0: define(["gamma"], 1, [step("id", [0])]),
  r: define(["theta", "phi"], 1, [step("u", [0], theta, minus(phi, quarter), minus(quarter, phi))]),
  iswap: define([], 2, [
    ...[step("s", [0]), step("s", [1]), step("h", [0]), step("cx", [0, 1])],
    ...[step("cx", [1, 0]), step("h", [1])],
  ]),
  iswapdg: define([], 2, [
    ...[step("h", [1]), step("cx", [1, 0]), step("cx", [0, 1])],
    ...[step("h", [0]), step("sdg", [1]), step("sdg", [0])],
  ]),
  dcx: define([], 2, [step("cx", [0, 1]), step("cx", [1, 0])]),
  rzz: define(["theta"], 2, aroundTarget("rz", theta)),
  rzx: define(["theta"], 2, [step("h", [1]), ...aroundTarget("rz", theta), step("h", [1])]),
  rxx: define(["theta"], 2, onBoth("h", [], aroundTarget("rz", theta), "h", [])),
  ryy: define(["theta"], 2, onBoth("rx", [quarter], aroundTarget("rz", theta), "rx", [-quarter])),
  ecr: define([], 2, [
    ...[step("h", [1]), ...aroundTarget("rz", eighth), step("x", [0])],
    ...[...aroundTarget("rz", -eighth), step("h", [1])],
  ]),
  xx_plus_yy: define(["theta", "beta"], 2, [
    step("rz", [0], beta),
    ...[step("rz", [1], -quarter), step("sx", [1]), step("rz", [1], quarter), step("s", [0])],
    step("cx", [1, 0]),
    ...[step("ry", [1], negative(over(theta, 2))), step("ry", [0], negative(over(theta, 2)))],
    step("cx", [1, 0]),
    ...[step("sdg", [0]), step("rz", [1], -quarter), step("sxdg", [1]), step("rz", [1], quarter)],
    step("rz", [0], negative(beta)),
  ]),
  xx_minus_yy: define(["theta", "beta"], 2, [
    step("rz", [1], negative(beta)),
    ...[step("rz", [0], -quarter), step("sx", [0]), step("rz", [0], quarter), step("s", [1])],
    step("cx", [0, 1]),
    ...[step("ry", [0], over(theta, 2)), step("ry", [1], negative(over(theta, 2)))],
    step("cx", [0, 1]),
    ...[step("sdg", [1]), step("rz", [0], -quarter), step("sxdg", [0]), step("rz", [0], quarter)],
    step("rz", [1], beta),
  ]),
  rccx: define([], 3, [
    ...[step("h", [2]), step("t", [2]), step("cx", [1, 2]), step("tdg", [2]), step("cx", [0, 2])],
    ...[step("t", [2]), step("cx", [1, 2]), step("tdg", [2]), step("h", [2])],
  ]),
  rc3x: define([], 4, [
    ...[step("h", [3]), step("t", [3]), step("cx", [2, 3]), step("tdg", [3]), step("h", [3])],
    ...[step("cx", [0, 3]), step("t", [3]), step("cx", [1, 3]), step("tdg", [3])],
    ...[step("cx", [0, 3]), step("t", [3]), step("cx", [1, 3]), step("tdg", [3])],
    ...[step("h", [3]), step("t", [3]), step("cx", [2, 3]), step("tdg", [3]), step("h", [3])],
  ]),
  rc3xdg: define([], 4, [
    ...[step("h", [3]), step("t", [3]), step("cx", [2, 3]), step("tdg", [3]), step("h", [3])],
    ...[step("t", [3]), step("cx", [1, 3]), step("tdg", [3]), step("cx", [0, 3])],
    ...[step("t", [3]), step("cx", [1, 3]), step("tdg", [3]), step("cx", [0, 3])],
    ...[step("h", [3]), step("t", [3]), step("cx", [2, 3]), step("tdg", [3]), step("h", [3])],
  ]),
  // Below: gates under controls, for OpenQASM 2, which has no modifiers.
  cs: define([], 2, [step("cp", [0, 1], quarter)]),
  csdg: define([], 2, [step("cp", [0, 1], -quarter)]),
  csxdg: define([], 2, [step("h", [1]), step("cp", [0, 1], -quarter), step("h", [1])]),
  ccz: define([], 3, [step("h", [2]), step("ccx", [0, 1, 2]), step("h", [2])]),
  c3sqrtxdg: define([], 4, [step("c3sqrtx", [0, 1, 2, 3]), step("c3x", [0, 1, 2, 3])]),
};

function define(
  parameters: readonly string[],
  qubits: number,
  operations: readonly GateOperation[],
): GateDefinition {
  return { parameters, qubits, operations };
}

function step(gate: string, qubits: readonly number[], ...parameters: readonly Parameter[]): GateOperation {
  return { kind: "gate", gate: gate as GateName, parameters, qubits, controls: [] };
}

/** A rotation of the second qubit by the parity of both. */
function aroundTarget(gate: string, angle: Parameter): GateOperation[] {
  return [step("cx", [0, 1]), step(gate, [1], angle), step("cx", [0, 1])];
}

function onBoth(
  before: string,
  angles: readonly Parameter[],
  middle: readonly GateOperation[],
  after: string,
  back: readonly Parameter[],
): GateOperation[] {
  return [
    ...[step(before, [0], ...angles), step(before, [1], ...angles)],
    ...middle,
    ...[step(after, [0], ...back), step(after, [1], ...back)],
  ];
}
