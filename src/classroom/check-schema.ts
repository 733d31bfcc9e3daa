import * as v from "valibot";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const bits = v.pipe(v.string(), v.regex(/^[01]+$/));

/** What a circuit may cost, by its own counts. */
const limitsSchema = v.strictObject({
  gates: v.exactOptional(whole),
  twoQubitGates: v.exactOptional(whole),
  tGates: v.exactOptional(whole),
  depth: v.exactOptional(whole),
  qubits: v.exactOptional(whole),
  /** Uses of the given gate, its inverse and its controlled forms included. */
  calls: v.exactOptional(whole),
  /** The only gates that may occur. */
  allowed: v.exactOptional(v.array(v.string())),
});

/** A gate that the exercise defines and the answer only calls: `include "given.inc";`. */
const givenSchema = v.strictObject({
  gate: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9_]*$/)),
  /** On how many qubits it acts; its body calls them q0, q1, … */
  qubits: v.pipe(whole, v.minValue(1)),
  /** What it may turn out to be. The first one is shown, and all are tried. */
  instances: v.pipe(
    v.array(
      v.strictObject({
        body: v.string(),
        /** What is to be found, where the check asks for it. */
        marked: v.exactOptional(v.array(bits)),
      }),
    ),
    v.minLength(1),
  ),
});

const circuit = { given: v.exactOptional(givenSchema), limits: v.exactOptional(limitsSchema) };

const relation = v.picklist(["<", ">"]);

/** What an exercise asks of an answer. All of it is about what the answer does; nothing is about how it is written. */
export const checkSchema = v.variant("kind", [
  /** Acts like the solution on every input. Work qubits beyond the solution's start and end in |0⟩. */
  v.strictObject({
    kind: v.literal("acts like"),
    upTo: v.exactOptional(v.picklist(["phase", "nothing"])),
    work: v.exactOptional(whole),
    ...circuit,
  }),
  /** Leads from |0…0⟩ to the state of the solution, up to a global phase. Work qubits end in |0⟩. */
  v.strictObject({ kind: v.literal("prepares"), work: v.exactOptional(whole), ...circuit }),
  /** The classical bits have the law of the solution. */
  v.strictObject({ kind: v.literal("law"), tolerance: v.exactOptional(v.number()), ...circuit }),
  /** Reads a marked item with at least this probability, whatever the given gate marks. */
  v.strictObject({ kind: v.literal("finds"), least: v.number(), ...circuit }),
  /** Takes any state of one qubit to another, whatever the given gate does. */
  v.strictObject({ kind: v.literal("carries"), from: whole, to: whole, ...circuit }),
  /** A number near the solution's. */
  v.strictObject({
    kind: v.literal("number"),
    tolerance: v.number(),
    relative: v.exactOptional(v.boolean()),
  }),
  /** One of a few options. */
  v.strictObject({ kind: v.literal("choice"), options: v.record(v.string(), v.string()) }),
  /** Parameters of a problem at which the counted bills stand as asked for. */
  v.strictObject({
    kind: v.literal("instance"),
    problem: v.string(),
    fixed: v.exactOptional(v.record(v.string(), v.number())),
    /** How the quantum count must compare with the classical one times the price. */
    quantum: relation,
    price: v.exactOptional(v.number()),
    /** Turns the comparison round at the value before this one in doubling steps: the crossover, not only one side of it. */
    crossing: v.exactOptional(v.string()),
  }),
]);

/** What an exercise asks of an answer. */
export type Check = v.InferOutput<typeof checkSchema>;
export type CheckKind = Check["kind"];
export type CheckOf<K extends CheckKind> = Extract<Check, { kind: K }>;
export type CircuitCheck = Extract<Check, { limits?: unknown; given?: unknown }>;
export type Given = v.InferOutput<typeof givenSchema>;
export type CircuitLimits = v.InferOutput<typeof limitsSchema>;
