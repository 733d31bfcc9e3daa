import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  complexMatrix,
  identityMatrix,
  largestDifference,
  zeroMatrix,
} from "../../../src/circuit/complex-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { applyChannel } from "../../../src/simulator/noise/apply-channel.ts";
import { amplitudeDamping, phaseDamping } from "../../../src/simulator/noise/damping.ts";
import { depolarizing } from "../../../src/simulator/noise/depolarizing.ts";
import { bitFlip, phaseFlip } from "../../../src/simulator/noise/flips.ts";
import { type KrausChannel, krausChannel } from "../../../src/simulator/noise/kraus-channel.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";
import { denseDepolarizing, denseKraus } from "../../support/dense-noise.ts";
import { randomDensity, traceOf } from "../../support/random-density.ts";

const random = seededRandom(51);
const channels: KrausChannel[] = [0, 0.001, 0.3, 1].flatMap((p) => [
  depolarizing(p),
  depolarizing(p, 2),
  amplitudeDamping(p),
  phaseDamping(p),
  bitFlip(p),
  phaseFlip(p),
]);

/** The Choi matrix Σ_k vec(K) vec(K)†, in its real form. */
function choiEigenvalues({ operators }: KrausChannel): number[] {
  const length = operators[0].re.length;
  const choi = new Matrix(2 * length, 2 * length);
  for (const { re, im } of operators) {
    for (let r = 0; r < length; r++) {
      for (let c = 0; c < length; c++) {
        const real = re[r] * re[c] + im[r] * im[c];
        const imaginary = im[r] * re[c] - re[r] * im[c];
        choi.set(r, c, choi.get(r, c) + real);
        choi.set(length + r, length + c, choi.get(length + r, length + c) + real);
        choi.set(length + r, c, choi.get(length + r, c) + imaginary);
        choi.set(r, length + c, choi.get(r, length + c) - imaginary);
      }
    }
  }
  return new EigenvalueDecomposition(choi, { assumeSymmetric: true }).realEigenvalues;
}

describe("channels", () => {
  it.each(channels.map((channel) => [channel.name, channel] as const))(
    "%s is completely positive and keeps the trace, also of a part of an entangled state",
    (_, channel) => {
      expect(Math.min(...choiEigenvalues(channel))).toBeGreaterThan(-1e-14);
      const sum = zeroMatrix(channel.operators[0].size);
      for (const { re, im } of channel.effects) {
        for (let k = 0; k < sum.re.length; k++) {
          sum.re[k] += re[k];
          sum.im[k] += im[k];
        }
      }
      expect(largestDifference(sum, identityMatrix(sum.size))).toBeLessThan(1e-15);
      const after = applyChannel(randomDensity(3, random), channel, channel.qubits === 1 ? [1] : [2, 0]);
      expect(traceOf(after)[0]).toBeCloseTo(1, 13);
    },
  );

  it("depolarize as (1 − p) ρ + p · 1/2^k ⊗ tr ρ, on one qubit and on two in either order", () => {
    for (const p of [0, 0.2, 1]) {
      const density = randomDensity(3, random);
      for (const qubits of [[1], [0, 2], [2, 0]]) {
        const after = applyChannel(density, depolarizing(p, qubits.length as 1 | 2), qubits);
        expect(largestDifference(after, denseDepolarizing(density, p, qubits))).toBeLessThan(1e-15);
      }
    }
  });

  it("act as their operators written out on all qubits", () => {
    const density = randomDensity(3, random);
    const [g, s] = [Math.sqrt(0.3), Math.sqrt(0.7)];
    const cases: [KrausChannel, [number, number, number, number][]][] = [
      [
        amplitudeDamping(0.3),
        [
          [1, 0, 0, s],
          [0, g, 0, 0],
        ],
      ],
      [
        phaseDamping(0.3),
        [
          [1, 0, 0, s],
          [0, 0, 0, g],
        ],
      ],
      [
        bitFlip(0.3),
        [
          [s, 0, 0, s],
          [0, g, g, 0],
        ],
      ],
      [
        phaseFlip(0.3),
        [
          [s, 0, 0, s],
          [g, 0, 0, -g],
        ],
      ],
    ];
    for (const [channel, operators] of cases) {
      const after = applyChannel(density, channel, [2]);
      expect(largestDifference(after, denseKraus(density, operators, 2))).toBeLessThan(1e-15);
    }
  });

  it("damp phases by λ as they flip them with probability (1 − √(1−λ))/2", () => {
    const density = randomDensity(2, random);
    const flip = phaseFlip((1 - Math.sqrt(0.6)) / 2);
    const after = applyChannel(density, phaseDamping(0.4), [0]);
    expect(largestDifference(after, applyChannel(density, flip, [0]))).toBeLessThan(1e-15);
  });

  it("know their probabilities where the state does not matter", () => {
    expect(depolarizing(0.4).probabilities?.map((p) => Math.round(p * 1e12) / 1e12)).toEqual([
      0.7, 0.1, 0.1, 0.1,
    ]);
    expect(bitFlip(0.25).probabilities?.[1]).toBeCloseTo(0.25, 15);
    expect(amplitudeDamping(0.25).probabilities).toBeUndefined();
    expect(phaseDamping(0.25).probabilities).toBeUndefined();
  });

  it("are applied to pure states too, which stay as they are", () => {
    const state = StateVector.basis(1, 1);
    const { re } = applyChannel(state, amplitudeDamping(0.75), [0]);
    expect([...re]).toEqual([0.75, 0, 0, 0.25].map((p) => expect.closeTo(p, 14)));
    expect(state.ket()).toBe("|1⟩");
  });

  it("are refused where they are none", () => {
    expect(() => depolarizing(-0.1)).toThrow(
      "depolarizing: expected p from 0 to 1, got -0.1; it is a probability.",
    );
    expect(() => depolarizing(0.1, 3 as 2)).toThrow(/one or two qubits, got 3/);
    expect(() => amplitudeDamping(1.1)).toThrow(/expected γ from 0 to 1/);
    expect(() => phaseDamping(Number.NaN)).toThrow(RangeError);
    expect(() => bitFlip(2)).toThrow(RangeError);
    expect(() => phaseFlip(-1)).toThrow(RangeError);
    expect(() => krausChannel("none", [])).toThrow(/1 to 4 qubits, got 0 rows in none/);
    expect(() => krausChannel("odd", [identityMatrix(3)])).toThrow(RangeError);
    expect(() => krausChannel("mixed", [identityMatrix(2), identityMatrix(4)])).toThrow(/one of 4 in mixed/);
    expect(() =>
      krausChannel("half", [
        complexMatrix([
          [1, 0],
          [0, 0],
        ]),
      ]),
    ).toThrow(/Σ K†K = 1, got half that misses it by 1/);
    const broken = identityMatrix(2);
    broken.re[1] = Number.NaN;
    expect(() => krausChannel("broken", [broken])).toThrow(RangeError);
    expect(() => applyChannel(new StateVector(2), depolarizing(0.1, 2), [0])).toThrow(/2 qubits, got 1/);
    expect(() => applyChannel(new StateVector(2), depolarizing(0.1), [2])).toThrow(/qubit from 0 to 1/);
  });
});
