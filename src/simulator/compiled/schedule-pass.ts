import type { Precision } from "../amplitudes.ts";
import { PhaseForm } from "./phase-form.ts";
import { RotationGroups } from "./rotation-groups.ts";
import { actsOn, qubitsIn, reads, type TileableStep } from "./step.ts";
import { takePhases } from "./take-phases.ts";
import type { TileStep } from "./tile-step.ts";

/** What is put off from step to step and from pass to pass: phases, and one factor for the whole state. */
export interface Pending {
  form: PhaseForm;
  /** The product of the cosines of rotations. */
  scale: number;
  /** The phase of the whole. */
  angle: number;
  readonly precision: Precision;
}

/** A product of cosines below this is multiplied in, whether phases wait or not: amplitudes without it grow as it shrinks. */
const smallestScale = { 64: 1e-60, 32: 1e-15 } as const;

/**
 * Turns steps, all on qubits of one tile but for phases and controls, into sweeps over the tile.
 *
 * In rounds: each takes every step that is ready, one rotation a qubit. Phases on one or two qubits gather in one form
 * before the rotations of a round or after them; the form is multiplied in, by one table, when a qubit that it is about
 * is rotated. X under a control goes with the rotations of its qubits, and the form after them is rewritten for it.
 */
export function schedulePass(steps: readonly TileableStep[], tile: number, pending: Pending): TileStep[] {
  const result: TileStep[] = [];
  const { form } = pending;
  const flush = (acting: number) => result.push(takePhases(pending, tile, acting));
  const after = new PhaseForm(form.qubits);
  // Steps that were met and could not be done yet, and where those begin that were not met.
  let waiting: TileableStep[] = [];
  let next = 0;
  while (waiting.length > 0 || next < steps.length) {
    const before = waiting;
    waiting = [];
    const groups = new RotationGroups(form.qubits);
    after.clear();
    const exchanges: [control: number, target: number][] = [];
    // Qubits that the sweeps of this round work on, and those of them that are not only controls.
    let moved = 0;
    let rotated = 0;
    let acted = 0;
    let cosine = 1;
    let blockedActs = 0;
    let blockedReads = 0;
    // No further than to where every qubit of the tile waits for something.
    for (let k = 0; k < before.length || (next < steps.length && (tile & ~blockedActs) !== 0); k++) {
      const step = k < before.length ? before[k] : steps[next++];
      const acts = actsOn(step);
      const looks = reads(step);
      let isDone = ((acts | looks) & blockedActs) === 0 && (acts & blockedReads) === 0;
      if (isDone) {
        switch (step.kind) {
          case "turn":
            (looks & moved ? after : form).addLinear(step.qubit, step.angle);
            break;
          case "turnPair":
            (looks & moved ? after : form).addPair(step.first, step.second, step.angle);
            break;
          case "phase":
            isDone = (looks & moved) === 0;
            if (isDone) result.push(step);
            break;
          case "matrix":
            isDone = ((acts | looks) & moved) === 0 && (acts & after.support) === 0;
            if (isDone) {
              if ((form.support & acts) !== 0) flush(acts);
              result.push(step);
            }
            break;
          case "rotate":
            isDone = (acts & (moved | after.support)) === 0;
            if (isDone) {
              groups.rotate(step.qubit, step.tangent);
              cosine *= step.cosine;
              moved |= acts;
              rotated |= acts;
              acted |= acts;
            }
            break;
          case "exchange": {
            const { control, target } = step;
            if ((looks & tile) === 0) {
              isDone = ((acts | looks) & moved) === 0 && (acts & after.support) === 0;
              if (isDone) {
                if ((form.support & acts) !== 0) {
                  if (form.canPass(control, target)) form.pass(control, target);
                  else flush(acts);
                }
                const matrix = flipMatrix;
                result.push({ kind: "matrix", targets: [target], mask: looks, value: looks, matrix });
              }
            } else {
              isDone = after.canPass(control, target) && groups.exchange(control, target);
              if (isDone) {
                after.pass(control, target);
                exchanges.push([control, target]);
                moved |= acts | looks;
                acted |= acts;
              }
            }
            break;
          }
        }
      }
      if (!isDone) {
        blockedActs |= acts;
        blockedReads |= looks;
        waiting.push(step);
      }
    }
    // A sign before a rotation is a sign after the rotation the other way around.
    const signs = signsOf(form, rotated);
    if (
      pending.scale * cosine < smallestScale[pending.precision] ||
      needsFlush(form, acted, rotated & ~signs, exchanges)
    ) {
      flush(acted);
    } else {
      for (const qubit of qubitsIn(signs)) groups.turnAround(qubit);
    }
    for (const [control, target] of exchanges) form.pass(control, target);
    result.push(...groups.sweeps());
    pending.scale *= cosine;
    form.addAll(after);
  }
  return result;
}

/** Of some qubits, those whose only phase that waits is a sign where they are 1. */
function signsOf(form: PhaseForm, qubits: number): number {
  let signs = 0;
  for (let rest = qubits & form.support; rest !== 0; rest &= rest - 1) {
    const qubit = 31 - Math.clz32(rest & -rest);
    if (form.partners(qubit) === 0 && Math.abs(form.linear(qubit)) === Math.PI) signs |= 1 << qubit;
  }
  return signs;
}

/** Whether phases that wait are about qubits that are rotated now, or cannot be rewritten for the exchanges. */
function needsFlush(
  form: PhaseForm,
  acted: number,
  rotated: number,
  exchanges: readonly (readonly [number, number])[],
): boolean {
  if ((form.support & acted) === 0) return false;
  if ((form.support & rotated) !== 0) return true;
  if (exchanges.length === 0) return false;
  const trial = new PhaseForm(form.qubits);
  trial.addAll(form);
  return !exchanges.every(([control, target]) => {
    const passes = trial.canPass(control, target);
    if (passes) trial.pass(control, target);
    return passes;
  });
}

const flipMatrix = { size: 2, re: Float64Array.of(0, 1, 1, 0), im: new Float64Array(4) };
