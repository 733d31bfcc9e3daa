import { LimitError } from "../../../errors/limit-error.ts";
import type { Circuit } from "../../circuit.ts";
import type { Condition } from "../../condition.ts";
import { conditionBits } from "../../conditions/condition-bits.ts";
import { conditionHolds } from "../../conditions/condition-holds.ts";
import type { ConditionalOperation, Operation } from "../../operation.ts";
import type { Register } from "../../register.ts";
import type { Statement } from "./program-statement.ts";
import { wholeRegister } from "./qasm-condition.ts";

/** Largest register whose values are gone through one by one. */
const mostBits = 12;

/**
 * Writes operations for OpenQASM 2, where a condition is the value of a whole register and stands before one statement.
 *
 * Branches inside branches become one condition, a condition becomes one `if` for each value of the register that meets
 * it, and each is repeated for every statement of the branch.
 */
export function branches2(
  operations: readonly Operation[],
  registers: readonly Register[],
  lower: (operation: Operation) => readonly Statement[],
  context?: Condition,
): Statement[] {
  const result: Statement[] = [];
  for (const operation of operations) {
    if (operation.kind === "while" || operation.kind === "assign") {
      const what = operation.kind === "while" ? "a loop" : "an assignment to a bit";
      throw new RangeError(
        `exportQasm: expected gates, measurements and branches for OpenQASM 2, got ${what}; use version 3.`,
      );
    }
    if (operation.kind === "conditional") {
      requireSteady(operation);
      const { condition, operations: body, otherwise } = operation;
      result.push(...branches2(body, registers, lower, both(context, condition)));
      result.push(...branches2(otherwise, registers, lower, both(context, { kind: "not", of: condition })));
    } else if (context === undefined || operation.kind === "barrier") result.push(...lower(operation));
    else {
      const values = valuesThatHold(context, registers);
      const steps = lower(operation);
      if (values === "all") result.push(...steps);
      else {
        for (const step of steps) {
          for (const value of values.list) {
            result.push({ kind: "ifValue", register: values.register, value, body: step });
          }
        }
      }
    }
  }
  return result;
}

/**
 * Bit registers that suit the branches of a circuit: its own, or, where it names none, one for each group of bits that
 * conditions read together.
 */
export function registersForBranches(circuit: Circuit): readonly Register[] {
  const { bitRegisters } = circuit.registers;
  if (bitRegisters.length > 0) return bitRegisters;
  const spans: [first: number, last: number][] = [];
  const collect = (operations: readonly Operation[], context: readonly number[]) => {
    for (const operation of operations) {
      if (operation.kind !== "conditional") continue;
      const bits = [...context, ...conditionBits(operation.condition)];
      if (bits.length > 0) spans.push([Math.min(...bits), Math.max(...bits)]);
      collect(operation.operations, bits);
      collect(operation.otherwise, bits);
    }
  };
  collect(circuit.operations, []);
  spans.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [first, last] of spans) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before[1]) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  if (merged.length === 0 || (merged.length === 1 && merged[0][1] - merged[0][0] === circuit.bits - 1))
    return [];
  const edges = new Set([0, circuit.bits, ...merged.flatMap(([first, last]) => [first, last + 1])]);
  const starts = [...edges].sort((a, b) => a - b);
  return starts.slice(0, -1).map((start, k) => ({ name: `c${k}`, start, size: starts[k + 1] - start }));
}

function both(context: Condition | undefined, condition: Condition): Condition {
  return context === undefined ? condition : { kind: "and", left: context, right: condition };
}

/** A branch is written as several statements that all look at the register anew: none but the last may change it. */
function requireSteady({ condition, operations, otherwise }: ConditionalOperation): void {
  const read = new Set(conditionBits(condition));
  const steps = [...leaves(operations), ...leaves(otherwise)];
  const changed = steps.slice(0, -1).find((step) => step.kind === "measure" && read.has(step.bit)) as
    | { bit: number }
    | undefined;
  if (changed !== undefined) {
    throw new RangeError(
      `exportQasm: expected branches that leave the bits they depend on alone for OpenQASM 2, got a measurement into bit ${changed.bit}; measure into another register, or use version 3.`,
    );
  }
}

function leaves(operations: readonly Operation[]): Operation[] {
  return operations.flatMap((step) =>
    step.kind === "conditional" ? [...leaves(step.operations), ...leaves(step.otherwise)] : [step],
  );
}

/** The values of one register for which a condition holds. */
function valuesThatHold(
  condition: Condition,
  registers: readonly Register[],
): { register: number; list: readonly number[] } | "all" {
  if (condition.kind === "equals") {
    const whole = wholeRegister(condition.bits, registers);
    if (whole !== undefined) return { register: registers.indexOf(whole), list: [condition.value] };
  }
  const bits = conditionBits(condition);
  if (bits.length === 0) return conditionHolds(condition, []) ? "all" : { register: 0, list: [] };
  const index = registers.findIndex(({ start, size }) => bits[0] >= start && bits[0] < start + size);
  const { name, start, size } = registers[index];
  const other = bits.find((bit) => bit < start || bit >= start + size);
  if (other !== undefined) {
    throw new RangeError(
      `exportQasm: expected a condition on the bits of one register for OpenQASM 2, got bits ${bits.join(", ")} of more than ${name}; use one register for them, or use version 3.`,
    );
  }
  if (size > mostBits) {
    const remedy =
      "compare whole registers, use a smaller register for the bits of the condition, or use version 3";
    throw new LimitError("exportQasm", mostBits, size, "bits to go through in OpenQASM 2", remedy);
  }
  const list: number[] = [];
  const state = new Uint8Array(start + size);
  for (let value = 0; value < 2 ** size; value++) {
    for (let k = 0; k < size; k++) state[start + k] = (value >> k) & 1;
    if (conditionHolds(condition, state)) list.push(value);
  }
  return list.length === 2 ** size ? "all" : { register: index, list };
}
