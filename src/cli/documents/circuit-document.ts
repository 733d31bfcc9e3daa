import * as v from "valibot";
import type { Circuit, Condition, Parameter } from "../../index.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const indices = v.array(whole);
const controls = v.optional(v.array(v.strictObject({ qubit: whole, value: v.picklist([0, 1]) })), []);
const label = v.exactOptional(v.string());

const numbers = v.array(v.number());
const uints = v.array(v.pipe(whole, v.maxValue(2 ** 32 - 1)));

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

const steps: v.GenericSchema<unknown, unknown[]> = v.array(v.lazy(() => operation));

const operation: v.GenericSchema<unknown> = v.variant("kind", [
  v.strictObject({
    kind: v.literal("gate"),
    gate: v.string(),
    parameters: v.optional(v.array(parameter), []),
    qubits: indices,
    controls,
  }),
  v.strictObject({
    kind: v.literal("unitary"),
    matrix: v.strictObject({ size: whole, re: numbers, im: numbers }),
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
]);

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

/** The document of a circuit. `Circuit.fromJSON` takes one that fits the schema. */
export function circuitDocument(circuit: Circuit): unknown {
  return { schema: "kronket/circuit/1", ...circuit.toJSON() };
}
