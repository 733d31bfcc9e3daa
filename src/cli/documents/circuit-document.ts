import * as v from "valibot";
import { Circuit, type Condition, type Operation, type Parameter } from "../../index.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const indices = v.array(whole);
const controls = v.optional(v.array(v.strictObject({ qubit: whole, value: v.picklist([0, 1]) })), []);
const label = v.exactOptional(v.string());

/** Numbers as a list, or as `JSON.stringify` writes a typed array: an object with the keys 0, 1, 2, …. */
const numbers = v.pipe(
  v.union([
    v.array(v.number()),
    v.pipe(
      v.record(v.string(), v.number()),
      v.check((record) => Object.keys(record).every((key, k) => key === String(k)), "a list of numbers"),
      v.transform((record) => Object.values(record)),
    ),
  ]),
);
const uints = v.pipe(
  numbers,
  v.check(
    (list) => list.every((value) => value >= 0 && value < 2 ** 32 && Number.isInteger(value)),
    "whole numbers below 2^32",
  ),
  v.transform((list) => Uint32Array.from(list)),
);
const floats = v.pipe(
  numbers,
  v.transform((list) => Float64Array.from(list)),
);

const parameter: v.GenericSchema<Parameter> = v.union([
  v.number(),
  v.variant("kind", [
    v.strictObject({ kind: v.literal("parameter"), name: v.string() }),
    v.strictObject({
      kind: v.literal("unary"),
      operator: v.picklist(["-", "sin", "cos", "tan", "exp", "ln", "sqrt", "asin", "acos", "atan"]),
      operand: v.lazy(() => parameter),
    }),
    v.strictObject({
      kind: v.literal("binary"),
      operator: v.picklist(["+", "-", "*", "/", "^"]),
      left: v.lazy(() => parameter),
      right: v.lazy(() => parameter),
    }),
  ]),
]);

const condition: v.GenericSchema<Condition> = v.variant("kind", [
  v.strictObject({ kind: v.literal("equals"), bits: indices, value: whole }),
  v.strictObject({
    kind: v.literal("compare"),
    bits: indices,
    operator: v.picklist(["<", "<=", ">", ">=", "!="]),
    value: whole,
  }),
  v.strictObject({ kind: v.literal("not"), of: v.lazy(() => condition) }),
  v.strictObject({
    kind: v.picklist(["and", "or", "xor"]),
    left: v.lazy(() => condition),
    right: v.lazy(() => condition),
  }),
  v.strictObject({ kind: v.literal("constant"), value: v.boolean() }),
]);

const steps: v.GenericSchema<unknown, Operation[]> = v.array(v.lazy(() => operation));

const operation: v.GenericSchema<unknown, Operation> = v.variant("kind", [
  v.strictObject({
    kind: v.literal("gate"),
    gate: v.string(),
    parameters: v.optional(v.array(parameter), []),
    qubits: indices,
    controls,
  }),
  v.strictObject({
    kind: v.literal("unitary"),
    matrix: v.strictObject({ size: whole, re: floats, im: floats }),
    qubits: indices,
    controls,
    label,
  }),
  v.strictObject({
    kind: v.literal("lookup"),
    inputs: indices,
    outputs: indices,
    table: uints,
    controls,
    label,
  }),
  v.strictObject({
    kind: v.literal("phaseOracle"),
    qubits: indices,
    marked: uints,
    phase: v.number(),
    controls,
    label,
  }),
  v.strictObject({ kind: v.literal("reflectUniform"), qubits: indices, alpha: v.number(), controls }),
  v.strictObject({ kind: v.literal("qft"), qubits: indices, inverse: v.boolean(), controls }),
  v.strictObject({ kind: v.literal("box"), label: v.string(), qubits: indices, operations: steps, controls }),
  v.strictObject({ kind: v.literal("measure"), qubit: whole, bit: whole }),
  v.strictObject({ kind: v.literal("reset"), qubit: whole }),
  v.strictObject({ kind: v.literal("barrier"), qubits: indices }),
  v.strictObject({
    kind: v.literal("conditional"),
    condition,
    operations: steps,
    otherwise: v.optional(steps, []),
  }),
  v.strictObject({ kind: v.literal("while"), condition, operations: steps, limit: whole }),
  v.strictObject({ kind: v.literal("assign"), bit: whole, value: condition }),
]) as v.GenericSchema<unknown, Operation>;

const register = v.strictObject({ name: v.string(), start: whole, size: whole });

/** A circuit as JSON: what `JSON.stringify(circuit)` and `kronket convert --to json` write. */
export const circuitDocumentSchema = v.strictObject({
  schema: v.exactOptional(v.literal("kronket/circuit/1")),
  qubits: whole,
  bits: v.optional(whole, 0),
  registers: v.exactOptional(
    v.strictObject({
      qubitRegisters: v.optional(v.array(register), []),
      bitRegisters: v.optional(v.array(register), []),
    }),
  ),
  operations: steps,
});

/** The circuit of a document. Errors: as the constructor of Circuit. */
export function circuitOfDocument({
  qubits,
  bits,
  operations,
  registers,
}: v.InferOutput<typeof circuitDocumentSchema>): Circuit {
  return new Circuit(qubits, bits, operations, registers);
}

/** The document of a circuit: plain JSON values, typed arrays as lists. */
export function circuitDocument(circuit: Circuit): unknown {
  const text = JSON.stringify({ schema: "kronket/circuit/1", ...circuit.toJSON() }, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Uint32Array | Float64Array) : value,
  );
  return JSON.parse(text);
}
