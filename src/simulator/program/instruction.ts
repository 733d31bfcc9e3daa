import type { Condition } from "../../circuit/condition.ts";
import { depolarizing } from "../noise/depolarizing.ts";
import type { AssignStep, ChannelStep, MeasureStep, ResetStep, Step, UnitaryStep } from "./step.ts";

/** Goes on with a probability, and jumps otherwise. */
export interface ChanceInstruction {
  readonly kind: "chance";
  readonly probability: number;
  readonly otherwise: number;
}

/** What chance decides. */
export type RandomInstruction = MeasureStep | ResetStep | ChannelStep | ChanceInstruction;

/** A program as a list with jumps, so that one number says where a run stands. */
export type Instruction =
  | RandomInstruction
  | UnitaryStep
  | AssignStep
  /** Goes on where the condition holds, and jumps otherwise. */
  | { readonly kind: "branch"; readonly condition: Condition; readonly otherwise: number }
  | { readonly kind: "jump"; readonly to: number }
  /** Sets a counter of rounds to 0. */
  | { readonly kind: "enter"; readonly counter: number }
  /** Counts a round, and refuses more than the limit. */
  | { readonly kind: "round"; readonly counter: number; readonly limit: number };

/** Whether chance decides an instruction. */
export function isRandom(instruction: Instruction): instruction is RandomInstruction {
  const { kind } = instruction;
  return kind === "measure" || kind === "channel" || kind === "reset" || kind === "chance";
}

/** Writes nested steps as a list; also tells how many counters of rounds it needs. */
export function linearize(steps: readonly Step[]): {
  instructions: readonly Instruction[];
  counters: number;
} {
  const list: Instruction[] = [];
  let counters = 0;
  const mixed = depolarizing(1);

  const write = (inner: readonly Step[]): void => {
    for (const step of inner) {
      switch (step.kind) {
        case "conditional": {
          const branch = list.push({ kind: "jump", to: 0 }) - 1;
          write(step.steps);
          if (step.otherwise.length > 0) {
            const end = list.push({ kind: "jump", to: 0 }) - 1;
            list[branch] = { kind: "branch", condition: step.condition, otherwise: list.length };
            write(step.otherwise);
            list[end] = { kind: "jump", to: list.length };
          } else {
            list[branch] = { kind: "branch", condition: step.condition, otherwise: list.length };
          }
          break;
        }
        case "while": {
          const counter = counters++;
          list.push({ kind: "enter", counter });
          const top = list.push({ kind: "jump", to: 0 }) - 1;
          list.push({ kind: "round", counter, limit: step.limit });
          write(step.steps);
          list.push({ kind: "jump", to: top });
          list[top] = { kind: "branch", condition: step.condition, otherwise: list.length };
          break;
        }
        case "depolarize": {
          // The maximally mixed state of many qubits is that of each of them.
          const channels = step.qubits.map(
            (qubit): ChannelStep => ({ kind: "channel", channel: mixed, qubits: [qubit] }),
          );
          const otherwise = list.length + 1 + channels.length;
          list.push({ kind: "chance", probability: step.probability, otherwise }, ...channels);
          break;
        }
        default:
          list.push(step);
      }
    }
  };
  write(steps);
  return { instructions: list, counters };
}
