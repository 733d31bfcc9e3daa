import type { Condition } from "../../condition.ts";
import type { GateName } from "../../gate-table.ts";
import type { Position } from "../text/sources.ts";
import { assignBits } from "./assignments.ts";
import { constant } from "./conditions.ts";
import { convert } from "./convert.ts";
import type { Program } from "./program.ts";
import type { Variable } from "./scope.ts";
import { isFixedAngle, type MeasuredAngleValue, type Value } from "./value.ts";

/** The gates of one angle that turn by a sum in turns: G(a + b) = G(b) G(a). */
const turns: ReadonlySet<GateName> = new Set<GateName>(
  "gphase p u1 rx ry rz cp cu1 crx cry crz rxx ryy rzz rzx".split(" ") as GateName[],
);

/** Whether a gate turns by a sum of angles in turns, one for each of them. */
export function isTurn(gate: GateName): boolean {
  return turns.has(gate);
}

/**
 * Makes an angle of n bits a register of the circuit that can be measured into; false while code is only checked.
 *
 * Where measured bits decide whether that happens it is too late: what was read before was known.
 */
export function makeMeasurable(program: Program, at: Position, name: string, variable: Variable): boolean {
  const { type, level, value } = variable;
  if (!isFixedAngle(type) || program.isDry) return false;
  if (level < program.level) {
    throw program.error(at, {
      code: "Q603",
      expected: "a measurement that does not depend on measured bits",
      got: `the first one into ${name}, in a branch or loop that they decide`,
      remedy: `measure into ${name} before, or use a bit register`,
    });
  }
  const isNamed = program.scope.kind === "program";
  const list = program.addBits(at, type.size, isNamed ? name : undefined);
  if (value !== undefined) {
    const bits = angleBits(program, at, value, type.size);
    assignBits(program, at, list, { kind: "bits", bits, single: false }, true);
  }
  program.scope.replace(name, {
    kind: "bits",
    at: variable.at,
    list,
    single: false,
    isTruth: false,
    isAngle: true,
  });
  return true;
}

/** The bits of an angle, the lowest first. */
export function angleBits(program: Program, at: Position, value: Value, size: number): readonly Condition[] {
  if (value.kind === "measured angle" && value.bits.length === size) return value.bits;
  const known = convert(program, at, value, { base: "angle", size });
  const steps = known.kind === "number" ? Math.round((known.value / (2 * Math.PI)) * 2 ** size) : 0;
  return Array.from({ length: size }, (_, k) => constant(Math.floor(steps / 2 ** k) % 2 === 1));
}

/** Turns by an angle of measured bits: for each bit that is 1, by what it stands for. */
export function turnByBits(
  program: Program,
  at: Position,
  { bits }: MeasuredAngleValue,
  turn: (angle: number) => void,
): void {
  // The operands are checked even if no bit can be 1.
  program.within({ isDry: true }, () => turn(0));
  for (const [k, condition] of bits.entries()) {
    const angle = 2 * Math.PI * 2 ** (k - bits.length);
    if (condition.kind === "constant") {
      if (condition.value) turn(angle);
      continue;
    }
    const { operations } = program.collect(() => turn(angle));
    program.emit(at, { kind: "conditional", condition, operations, otherwise: [] }, 0);
  }
}
