import type { Operation } from "./operation.ts";

/** What the fields of each kind of operation have to be; the values are checked afterwards. */
const shapes: Record<Operation["kind"], Readonly<Record<string, (value: unknown) => boolean>>> = {
  gate: { parameters: Array.isArray, qubits: Array.isArray, controls: isControls },
  unitary: { matrix: isMatrix, qubits: Array.isArray, controls: isControls },
  lookup: { inputs: Array.isArray, outputs: Array.isArray, table: isUints, controls: isControls },
  phaseOracle: { qubits: Array.isArray, marked: isUints, controls: isControls },
  reflectUniform: { qubits: Array.isArray, controls: isControls },
  qft: { qubits: Array.isArray, inverse: isBoolean, controls: isControls },
  box: { qubits: Array.isArray, operations: Array.isArray, controls: isControls },
  measure: {},
  reset: {},
  barrier: { qubits: Array.isArray },
  conditional: { operations: Array.isArray, otherwise: Array.isArray },
  while: { operations: Array.isArray },
  assign: {},
};

const entries = new Map(
  Object.entries(shapes).map(([kind, shape]) => [kind, Object.entries(shape)] as const),
);

/**
 * Checks that an operation has the fields of its kind.
 *
 * Errors: TypeError for what is no operation, for an unknown kind and for a field that is missing or something else.
 */
export function checkShape(operation: Operation): void {
  const kind: unknown = typeof operation === "object" && operation !== null ? operation.kind : operation;
  const fields = entries.get(kind as string);
  if (fields === undefined) {
    throw new TypeError(
      `Circuit: expected a kind of operation such as gate or measure, got ${String(kind)}; see Operation.`,
    );
  }
  for (let k = 0; k < fields.length; k++) {
    const [name, isRight] = fields[k];
    const value: unknown = (operation as unknown as Record<string, unknown>)[name];
    if (!isRight(value)) {
      const got = Array.isArray(value) ? "another list" : value === null ? "null" : typeof value;
      throw new TypeError(`${String(kind)}: expected ${name} as in Operation, got ${got}; see its type.`);
    }
  }
}

function isControls(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let k = 0; k < value.length; k++) {
    if (typeof value[k] !== "object" || value[k] === null) return false;
  }
  return true;
}

function isUints(value: unknown): boolean {
  return value instanceof Uint32Array;
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}

function isMatrix(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { size, re, im } = value as Record<string, unknown>;
  return (
    typeof size === "number" &&
    re instanceof Float64Array &&
    im instanceof Float64Array &&
    re.length === size * size &&
    im.length === size * size
  );
}
