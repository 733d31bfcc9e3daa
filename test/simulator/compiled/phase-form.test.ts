import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { PhaseForm } from "../../../src/simulator/compiled/phase-form.ts";
import { randomAngle } from "../../support/random-circuit.ts";

/** φ(x) by its definition. */
function phaseAt(form: PhaseForm, x: number): number {
  let sum = 0;
  for (let q = 0; q < form.qubits; q++) {
    if (((x >> q) & 1) === 0) continue;
    sum += form.linear(q);
    for (let p = 0; p < q; p++) if ((x >> p) & 1) sum += form.pair(p, q);
  }
  return sum;
}

function expectSamePhase(a: number, b: number): void {
  expect(Math.abs(Math.cos(a) - Math.cos(b)) + Math.abs(Math.sin(a) - Math.sin(b))).toBeLessThan(1e-13);
}

describe("PhaseForm", () => {
  it("is rewritten for X under a control: φ'(x) = φ(x with the target flipped where the control is 1)", () => {
    const random = seededRandom(1);
    for (let trial = 0; trial < 50; trial++) {
      const form = new PhaseForm(5);
      const [control, target] = trial % 2 === 0 ? [1, 3] : [4, 0];
      for (let q = 0; q < 5; q++) form.addLinear(q, randomAngle(random));
      form.addPair(control, target, randomAngle(random));
      form.addPair(control, 2, randomAngle(random));
      form.addPair(target, 2, Math.PI);
      expect(form.canPass(control, target)).toBe(true);
      const before = Array.from({ length: 32 }, (_, x) => phaseAt(form, x));
      form.pass(control, target);
      for (let x = 0; x < 32; x++) {
        const from = (x >> control) & 1 ? x ^ (1 << target) : x;
        expectSamePhase(phaseAt(form, x), before[from]);
      }
    }
  });

  it("cannot be rewritten where the target has a pair term that is no sign", () => {
    const form = new PhaseForm(3);
    form.addPair(1, 2, 0.3);
    expect(form.canPass(0, 1)).toBe(false);
    expect(form.canPass(1, 0)).toBe(true);
    form.addPair(2, 1, -0.3);
    expect(form.canPass(0, 1)).toBe(true);
  });

  it("adds up, knows its qubits and forgets them when their terms are gone", () => {
    const form = new PhaseForm(4);
    const other = new PhaseForm(4);
    other.addLinear(1, 0.5);
    other.addPair(3, 0, 0.25);
    form.addAll(other);
    form.addAll(other);
    expect(form.linear(1)).toBe(1);
    expect(form.pair(0, 3)).toBe(0.5);
    expect(form.support).toBe(0b1011);
    form.removePair(0, 3);
    expect(form.support).toBe(0b0010);
    form.removeLinear(1);
    expect(form.support).toBe(0);
    other.clear();
    expect([other.support, other.linear(1), other.pair(0, 3)]).toEqual([0, 0, 0]);
  });
});
