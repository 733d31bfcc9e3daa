import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { complexMatrix } from "../../../src/circuit/complex-matrix.ts";
import { binomialLogPmf } from "../../../src/random/binomial-log-pmf.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { densityMatrix } from "../../../src/simulator/density/density-matrix.ts";
import { bitFlip } from "../../../src/simulator/noise/flips.ts";
import { krausChannel } from "../../../src/simulator/noise/kraus-channel.ts";
import type { NoiseModel } from "../../../src/simulator/noise/noise-model.ts";
import { runNoisy, runNoisyAsync } from "../../../src/simulator/noise/run-noisy.ts";
import { run } from "../../../src/simulator/run.ts";
import { expectFits } from "../../support/chi-square.ts";

const models: [string, NoiseModel][] = [
  ["depolarizing", { depolarizing: { oneQubit: 0.1, twoQubit: 0.2 } }],
  ["amplitude damping", { amplitudeDamping: 0.2 }],
  ["phase damping", { phaseDamping: 0.4 }],
  ["misread bits", { readout: { p01: 0.05, p10: 0.2 } }],
  [
    "all of it and a bit flip",
    {
      depolarizing: 0.05,
      amplitudeDamping: 0.1,
      phaseDamping: 0.1,
      channels: [bitFlip(0.03)],
      readout: { p01: 0.02, p10: 0.1 },
    },
  ],
];

/** Measures in the middle, resets, branches on what may be misread, and has gates on one, two and three qubits. */
const circuit = new Circuit(3)
  .h(0)
  .cx(0, 1)
  .ccx(0, 1, 2)
  .ry(0.7, 2)
  .measure(0, 0)
  .when([0], 1, (body) => body.x(1).h(2))
  .reset(0)
  .cx(2, 0)
  .h(0)
  .measure(0, 1)
  .measure(1, 2)
  .measure(2, 3)
  .measure(2, 4);

function expectLaw(
  counts: Record<string, number>,
  law: Readonly<Record<string, number>>,
  shots: number,
): void {
  const keys = Object.keys(law);
  for (const key of Object.keys(counts)) expect(keys).toContain(key);
  expectFits(
    keys.map((key) => counts[key] ?? 0),
    keys.map((key) => shots * law[key]),
  );
}

describe("runNoisy", () => {
  it.each(models)("follows the law of the density matrix: %s", (_, noise) => {
    // Chi-square at 1e-6, in one run of many shots and in many runs of few.
    const { probabilities } = densityMatrix(circuit, { noise });
    expectLaw(
      runNoisy(circuit, { noise, shots: 8000, random: seededRandom(71) }).counts,
      probabilities,
      8000,
    );
    const total: Record<string, number> = {};
    for (let seed = 0; seed < 400; seed++) {
      const { counts } = runNoisy(circuit, { noise, shots: 5, random: seededRandom(seed) });
      for (const [key, count] of Object.entries(counts)) total[key] = (total[key] ?? 0) + count;
    }
    expectLaw(total, probabilities, 2000);
  });

  it("draws independent shots: how many of 5 decay is binomial over the seeds", () => {
    const waiting = new Circuit(1).x(0).id(0).id(0);
    const seen = new Float64Array(6);
    for (let seed = 0; seed < 2000; seed++) {
      const { counts } = runNoisy(waiting, {
        noise: { amplitudeDamping: 0.2 },
        shots: 5,
        random: seededRandom(seed),
      });
      seen[counts["1"] ?? 0]++;
    }
    expectFits(
      seen,
      seen.map((_, k) => 2000 * Math.exp(binomialLogPmf(k, 5, 0.8 ** 3))),
    );
  });

  it("takes channels with operators that are no multiples of unitaries, complex ones too", () => {
    // A measurement in the Y basis whose outcome is forgotten.
    const half = 0.5;
    const forgotten = krausChannel("Y measured", [
      complexMatrix([
        [half, [0, -half]],
        [[0, half], half],
      ]),
      complexMatrix([
        [half, [0, half]],
        [[0, -half], half],
      ]),
    ]);
    const noise = { channels: [forgotten] };
    const tilted = new Circuit(1).rx(0.7, 0).rz(0.3, 0).h(0).measure(0);
    const { probabilities } = densityMatrix(tilted, { noise });
    expectLaw(runNoisy(tilted, { noise, shots: 5000, random: seededRandom(72) }).counts, probabilities, 5000);
  });

  it("without noise is run, count for count", () => {
    const options = () => ({ shots: 500, random: seededRandom(73) });
    expect(runNoisy(circuit, { ...options(), noise: {} })).toEqual(run(circuit, options()));
    expect(
      runNoisy(circuit, { ...options(), noise: { depolarizing: 0, readout: { p01: 0, p10: 0 } } }).shots,
    ).toBe(500);
  });

  it("gives the same counts of a seed for every memory limit, and in slices", async () => {
    const noise = models[4][1];
    const options = () => ({ noise, shots: 100, random: seededRandom(74) });
    const whole = runNoisy(circuit, options());
    expect(runNoisy(circuit, { ...options(), memoryLimit: 128 })).toEqual(whole);
    expect(runNoisy(circuit, { ...options(), memoryLimit: 3 * 128 })).toEqual(whole);
    expect(await runNoisyAsync(circuit, { ...options(), slice: 0 })).toEqual(whole);
  });

  it("measures everything where nothing is measured, and misreads it", () => {
    const noise = { readout: { p01: 1, p10: 1 } };
    expect(runNoisy(new Circuit(3).x(1), { noise, shots: 7, random: seededRandom(75) }).counts).toEqual({
      "101": 7,
    });
  });

  it("refuses noise that is none", () => {
    const attempt = (noise: unknown) => () =>
      runNoisy(circuit, { noise: noise as NoiseModel, shots: 1, random: seededRandom(1) });
    expect(attempt({ depolarizing: 1.5 })).toThrow(
      "runNoisy: expected depolarizing from 0 to 1, got 1.5; it is a probability.",
    );
    expect(attempt({ depolarizing: { oneQubit: 0.1 } })).toThrow(
      /depolarizing\.twoQubit from 0 to 1, got undefined/,
    );
    expect(attempt({ amplitudedamping: 0.1 })).toThrow(TypeError);
    expect(attempt({ amplitudedamping: 0.1 })).toThrow(/got amplitudedamping; check the spelling/);
    expect(attempt({ readout: { p01: 0.1, p1: 0 } })).toThrow(/expected p01, p10, got p1/);
    expect(attempt({ readout: { p01: 0.1 } })).toThrow(RangeError);
    expect(attempt({ phaseDamping: Number.NaN })).toThrow(RangeError);
    expect(attempt(0.1)).toThrow(/noise model such as .* got number/);
    expect(attempt(null)).toThrow(TypeError);
    const wide = krausChannel("wide", [
      complexMatrix([0, 1, 2, 3].map((r) => [0, 1, 2, 3].map((c) => Number(r === c)))),
    ]);
    expect(attempt({ channels: [wide] })).toThrow(/channels on one qubit, got wide on 2/);
    expect(() => runNoisy(circuit, { noise: {}, shots: 0.5, random: seededRandom(1) })).toThrow(
      /shots, got 0\.5/,
    );
  });
});
