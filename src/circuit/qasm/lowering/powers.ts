import type { ComplexMatrix } from "../../complex-matrix.ts";
import { gateOf } from "../../gate-table.ts";
import { invertOperations } from "../../invert-operation.ts";
import { isUnitary, type Operation, type UnitaryOperation } from "../../operation.ts";
import { operationMatrix } from "../../operation-matrix.ts";
import { repeatOperations } from "../../repeat-operations.ts";
import type { Position } from "../text/sources.ts";
import type { Program } from "./program.ts";
import { rootOfMatrix } from "./roots.ts";

/** Operations and how many they count for. */
interface Steps {
  readonly operations: readonly Operation[];
  readonly weight: number;
}

/** The k-th power: repeated for whole k, backwards for negative k; the principal power for a fraction. */
export function powerSteps(
  program: Program,
  at: Position,
  name: string,
  { operations, weight }: Steps,
  exponent: number,
): Steps {
  if (Number.isInteger(exponent)) {
    const times = Math.abs(exponent);
    if (weight * times > program.limits.operations) {
      throw program.error(at, {
        code: "Q801",
        expected: `at most ${program.limits.operations} operations when everything is written out`,
        got: `${times} times ${name}`,
        remedy: "use a smaller exponent, or raise limits.operations",
      });
    }
    const base = exponent < 0 ? invertOperations(operations) : operations;
    return { operations: repeatOperations(base, times), weight: weight * times };
  }
  const [only] = operations;
  const root = operations.length === 1 ? fractionalPower(only, exponent) : undefined;
  if (root !== undefined) return { operations: [root], weight: 1 };
  throw program.error(at, {
    code: "Q604",
    expected: "a whole exponent for this gate",
    got: String(exponent),
    remedy: "fractional powers are taken of one-qubit, diagonal and self-inverse gates",
  });
}

/** Gates whose power multiplies the angle, while the angle is within half a turn. */
const scaled = new Set([
  "gphase",
  "p",
  "u1",
  "rx",
  "ry",
  "rz",
  "rxx",
  "ryy",
  "rzz",
  "rzx",
  "cp",
  "crx",
  "cry",
  "crz",
]);

/** The principal power of one operation, if there is a simple one. */
function fractionalPower(operation: Operation, exponent: number): Operation | undefined {
  if (operation.kind === "barrier" || !isUnitary(operation)) return undefined;
  if (operation.kind === "gate" && scaled.has(operation.gate)) {
    const [angle] = operation.parameters;
    if (typeof angle === "number" && Math.abs(angle) < Math.PI) {
      return { ...operation, parameters: [angle * exponent] };
    }
  }
  const bare = { ...operation, controls: [] };
  // The controls of a gate of the table come first among its qubits; a power of the rest is controlled by them.
  const core = operation.kind === "gate" ? gateOf(operation.gate).controls : 0;
  if (operation.kind === "gate" && operation.parameters.some((angle) => typeof angle !== "number"))
    return undefined;
  const width = bare.kind === "lookup" ? 0 : bare.qubits.length - core;
  if (width < 1 || width > 4) return undefined;
  const matrix: ComplexMatrix =
    operation.kind === "gate"
      ? gateOf(operation.gate).core(operation.parameters as readonly number[])
      : operationMatrix(bare);
  const root = rootOfMatrix(matrix, exponent);
  if (root === undefined || bare.kind === "lookup") return undefined;
  const label = operation.kind === "gate" ? operation.gate : operation.kind === "box" ? operation.label : "U";
  const controls = [
    ...bare.qubits.slice(0, core).map((qubit) => ({ qubit, value: 1 as const })),
    ...operation.controls,
  ];
  const result: UnitaryOperation = {
    kind: "unitary",
    matrix: root,
    qubits: bare.qubits.slice(core),
    controls,
    label: `${label}^${exponent}`,
  };
  return result;
}
