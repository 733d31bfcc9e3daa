import type { Pending } from "./schedule-pass.ts";
import { qubitsIn } from "./step.ts";
import type { DiagonalSweep, PhaseTerm } from "./tile-step.ts";

/**
 * Takes phases out of what is pending, to be multiplied in: at least those about qubits that are acted on next.
 *
 * All terms inside the tile go into the one table. A term with a qubit outside costs a second factor for every
 * amplitude: it waits until its qubit in the tile is acted on, and then all others go along.
 */
export function takePhases(pending: Pending, tile: number, acting: number): DiagonalSweep {
  const { form, scale, angle } = pending;
  const inner: PhaseTerm[] = [];
  const crossing: PhaseTerm[] = [];
  const outer: PhaseTerm[] = [];
  const isCrossed = qubitsIn(form.support & tile & acting).some((q) => (form.partners(q) & ~tile) !== 0);
  for (const q of qubitsIn(form.support & tile)) {
    if (form.linear(q) !== 0) {
      inner.push({ qubits: [q], angle: form.linear(q) });
      form.removeLinear(q);
    }
    for (const p of qubitsIn(form.partners(q))) {
      const isInner = ((tile >> p) & 1) === 1;
      if (!isInner && !isCrossed) continue;
      (isInner ? inner : crossing).push({ qubits: [q, p], angle: form.pair(q, p) });
      form.removePair(q, p);
    }
  }
  pending.scale = 1;
  pending.angle = 0;
  return { kind: "diagonal", scale, angle, inner, crossing, outer };
}

/** Takes all phases that are left, at the end of the last pass; undefined if there are none. */
export function takeAllPhases(pending: Pending, tile: number): DiagonalSweep | undefined {
  const { form } = pending;
  if (form.support === 0) return undefined;
  const sweep = takePhases(pending, tile, tile);
  const outer: PhaseTerm[] = [];
  for (const q of qubitsIn(form.support & ~tile)) {
    if (form.linear(q) !== 0) outer.push({ qubits: [q], angle: form.linear(q) });
    form.removeLinear(q);
    for (const p of qubitsIn(form.partners(q))) {
      outer.push({ qubits: [q, p], angle: form.pair(q, p) });
      form.removePair(q, p);
    }
  }
  return { ...sweep, outer };
}
