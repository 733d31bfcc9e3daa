import { Circuit, type Condition, conditionBits, conditionHolds, type Operation } from "../../index.ts";

/** The most bits of a condition whose cases are written out one by one. */
const mostBits = 8;

/**
 * A circuit whose branches ask for one bit at a time, nested: what Qiskit's reader of OpenQASM 3 takes.
 *
 * All questions are asked before anything happens, so what a branch measures does not change which one is taken.
 *
 * Errors: RangeError for assignments, for loops that ask for more than one bit, and for branches over more than 8 bits.
 */
export function singleBitConditions(circuit: Circuit): Circuit {
  const { qubits, bits, operations, registers } = circuit;
  return new Circuit(qubits, bits, operations.flatMap(rewrite), registers);
}

function rewrite(step: Operation): readonly Operation[] {
  switch (step.kind) {
    case "assign":
      throw new RangeError(
        "aerRunner: expected no assignments of bits, got one; Qiskit does not read them: measure into the bit, or use the built-in engine.",
      );
    case "while":
      return [{ ...step, condition: single(step.condition), operations: step.operations.flatMap(rewrite) }];
    case "conditional": {
      const operations = step.operations.flatMap(rewrite);
      const otherwise = step.otherwise.flatMap(rewrite);
      const bits = [...conditionBits(step.condition)].sort((a, b) => a - b);
      if (bits.length > mostBits) {
        throw new RangeError(
          `aerRunner: expected branches over at most ${mostBits} bits, got ${bits.length}; branch in steps.`,
        );
      }
      return decide(step.condition, bits, new Map(), operations, otherwise);
    }
    default:
      return [step];
  }
}

/** Asks for the first of some bits and goes on with the others, given the answers so far. */
function decide(
  condition: Condition,
  bits: readonly number[],
  known: ReadonlyMap<number, number>,
  operations: readonly Operation[],
  otherwise: readonly Operation[],
): readonly Operation[] {
  if (bits.length === 0) {
    const values = new Uint8Array(Math.max(0, ...known.keys()) + 1);
    for (const [bit, value] of known) values[bit] = value;
    return conditionHolds(condition, values) ? operations : otherwise;
  }
  const [bit, ...rest] = bits;
  const [zero, one] = [0, 1].map((value) =>
    decide(condition, rest, new Map(known).set(bit, value), operations, otherwise),
  );
  // The same steps either way: the bit does not matter.
  if (zero === one || (zero.length === 0 && one.length === 0)) return zero;
  const [value, then, other] = one.length > 0 ? [1, one, zero] : [0, zero, one];
  return [
    {
      kind: "conditional",
      condition: { kind: "equals", bits: [bit], value },
      operations: then,
      otherwise: other,
    },
  ];
}

/** The condition of a loop as the value of one bit. */
function single(condition: Condition): Condition {
  const bits = conditionBits(condition);
  const holds = [0, 1].filter((value) => {
    const values = new Uint8Array((bits[0] ?? 0) + 1);
    values[bits[0] ?? 0] = value;
    return bits.length === 1 && conditionHolds(condition, values);
  });
  if (holds.length !== 1) {
    throw new RangeError(
      `aerRunner: expected loops that ask for the value of one bit, got one over ${bits.length}; Qiskit reads no others: use the built-in engine.`,
    );
  }
  return { kind: "equals", bits, value: holds[0] };
}
