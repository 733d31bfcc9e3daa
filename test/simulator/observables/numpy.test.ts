import { describe, expect, it } from "vitest";
import { prepareComplexState } from "../../../src/circuit/synthesis/prepare-complex-state.ts";
import {
  blochVector,
  entanglementEntropy,
  entropy,
  expectation,
  fidelity,
  marginal,
  partialTrace,
  pauli,
  purity,
  reducedDensity,
  renyiEntropy,
  type StateVector,
  schmidtCoefficients,
  stateTable,
  traceDistance,
  variance,
} from "../../../src/index.ts";
import { simulate } from "../../../src/simulator/simulate.ts";
import cases from "../../fixtures/numpy-states.json" with { type: "json" };

/** The state with given amplitudes, by a circuit that prepares it. */
function prepared({ re, im }: { re: readonly number[]; im: readonly number[] }): StateVector {
  return simulate(prepareComplexState(Float64Array.from(re), Float64Array.from(im)));
}

function expectClose(actual: ArrayLike<number>, wanted: readonly number[]): void {
  expect(actual.length).toBe(wanted.length);
  for (const [k, value] of wanted.entries())
    expect(Math.abs(actual[k] - value), `entry ${k}`).toBeLessThan(1e-12);
}

// The values are those of test/fixtures/numpy-states.py.
describe.each(cases)(
  "of a random state of $qubits qubits, qubits $kept kept, NumPy says the same about",
  (one) => {
    const { kept } = one;
    const [a, b] = [prepared(one.a), prepared(one.b)];
    const [rho, sigma] = [reducedDensity(a, kept), reducedDensity(b, kept)];

    it("amplitudes, table and probabilities", () => {
      expectClose(a.re, one.a.re);
      expectClose(a.im, one.a.im);
      for (const { index, amplitude, probability, phase } of stateTable(a)) {
        const [x, y] = [one.a.re[index], one.a.im[index]];
        expectClose(amplitude, [x, y]);
        expectClose(
          [probability, Math.cos(phase), Math.sin(phase)],
          [x * x + y * y, x / Math.hypot(x, y), y / Math.hypot(x, y)],
        );
      }
    });

    it("reduced states, partial traces and marginals", () => {
      expectClose(rho.re, one.reduced.re);
      expectClose(rho.im, one.reduced.im);
      const traced = Array.from({ length: one.qubits }, (_, k) => k).filter((k) => !kept.includes(k));
      expectClose(partialTrace(a, traced.reverse()).re, one.traced.re);
      expectClose(partialTrace(a, traced).im, one.traced.im);
      expectClose(marginal(a, kept), one.marginal);
      expectClose(marginal(rho, [...kept.keys()]), one.marginal);
    });

    it("fidelity, trace distance, entropies and Schmidt coefficients", () => {
      expectClose([fidelity(a, b), traceDistance(rho, sigma)], [one.fidelity, one.traceDistance]);
      // Square roots of eigenvalues: 1e-8 is what doubles give where one of them is near 0.
      expect(fidelity(rho, sigma)).toBeCloseTo(one.mixedFidelity, 8);
      expectClose([entropy(rho), entanglementEntropy(a, kept)], [one.entropy, one.entropy]);
      expectClose([purity(rho), renyiEntropy(rho)], [one.purity, -Math.log2(one.purity)]);
      expectClose(schmidtCoefficients(a, kept).slice(0, one.schmidt.length), one.schmidt);
    });

    it("Bloch vectors, means and variances of Pauli strings", () => {
      expectClose(blochVector(a, kept[0]), one.bloch);
      const string = [...one.word].map((letter, k) => (letter === "I" ? "" : `${letter}${k}`)).join(" ");
      const observable = pauli(string.trim().replaceAll(/ +/g, " "));
      expectClose([expectation(a, observable), variance(a, observable)], [one.mean, one.variance]);
    });
  },
);
