import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { parameter } from "../../src/circuit/parameter.ts";
import { LimitError } from "../../src/errors/limit-error.ts";
import { binomialLogPmf } from "../../src/random/binomial-log-pmf.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { densityMatrix } from "../../src/simulator/density/density-matrix.ts";
import type { Engine } from "../../src/simulator/engine.ts";
import { referenceEngine } from "../../src/simulator/reference-engine.ts";
import { type RunOptions, run, runAsync, runTask } from "../../src/simulator/run.ts";
import { StateVector } from "../../src/simulator/state-vector.ts";
import type { Progress } from "../../src/task/task.ts";
import { expectFits } from "../support/chi-square.ts";
import { randomState } from "../support/random-state.ts";

/** The reference engine, counting its runs and the different states that it works in. */
function countingEngine(): Engine & { runs: number; states: Set<StateVector["re"]> } {
  return {
    name: "counting",
    runs: 0,
    states: new Set(),
    run(circuit, options) {
      this.runs++;
      const result = referenceEngine.run(circuit, options);
      this.states.add(result.state.re);
      return result;
    },
  };
}

/** The counts of many shots one by one on the engine, with no branching: the slow definition of a run. */
function shotByShot(
  circuit: Circuit,
  shots: number,
  random: ReturnType<typeof seededRandom>,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let shot = 0; shot < shots; shot++) {
    const { bits } = referenceEngine.run(circuit, { random });
    const key = [...bits].reverse().join("");
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Expects counts to follow a law, false alarm 1e-6; nothing outside the law may occur. */
function expectLaw(counts: Record<string, number>, law: Record<string, number>, shots: number): void {
  for (const key of Object.keys(counts)) expect(Object.keys(law)).toContain(key);
  const keys = Object.keys(law);
  expectFits(
    keys.map((key) => counts[key] ?? 0),
    keys.map((key) => shots * law[key]),
  );
}

const isZero = { kind: "equals", bits: [0], value: 0 } as const;

/** Circuits that measure, reset, branch and loop before their end. */
const programs: [string, Circuit][] = [
  ["a qubit measured twice", new Circuit(1).ry(1.1, 0).measure(0, 0).h(0).measure(0, 1)],
  [
    "teleportation",
    new Circuit(3)
      .u(0.7, 0.4, -1.2, 0)
      .h(1)
      .cx(1, 2)
      .cx(0, 1)
      .h(0)
      .measure(0, 0)
      .measure(1, 1)
      .when([1], 1, (body) => body.x(2))
      .when([0], 1, (body) => body.z(2))
      .measure(2, 2),
  ],
  [
    "one qubit used over and over",
    new Circuit(2)
      .h(0)
      .measure(0, 0)
      .reset(0)
      .ry(0.9, 0)
      .cx(0, 1)
      .measure(0, 1)
      .reset(0)
      .cx(1, 0)
      .h(0)
      .measure(0, 2)
      .measure(1, 3),
  ],
  [
    "a loop until success, with what came before kept",
    new Circuit(2, 3)
      .ry(0.8, 1)
      .while(isZero, (body) => body.ry(1, 0).cry(0.6, 1, 0).measure(0, 0), 300)
      .measure(1, 1)
      .if(
        { kind: "compare", bits: [0, 1], operator: ">", value: 2 },
        (body) => body.add({ kind: "assign", bit: 2, value: { kind: "constant", value: true } }),
        (body) => body.h(1).measure(1, 2),
      ),
  ],
];

describe("run", () => {
  it("counts the classical bits, bit 0 rightmost, bits never written as 0", () => {
    const circuit = new Circuit(2, 4).x(0).measure(0, 2).measure(1, 0);
    expect(run(circuit, { shots: 10, random: seededRandom(1) })).toEqual({
      shots: 10,
      counts: { "0100": 10 },
    });
  });

  it("measures everything where nothing is measured", () => {
    const { counts } = run(new Circuit(3).x(1), { shots: 5, random: seededRandom(1) });
    expect(counts).toEqual({ "010": 5 });
  });

  it("measures a qubit into two bits alike, and lets the later of two measurements of a bit count", () => {
    const twice = new Circuit(1).h(0).measure(0, 0).measure(0, 1);
    const { counts } = run(twice, { shots: 200, random: seededRandom(2) });
    expect(Object.keys(counts).sort()).toEqual(["00", "11"]);
    const over = new Circuit(2).x(1).measure(0, 0).measure(1, 0);
    expect(run(over, { shots: 10, random: seededRandom(2) }).counts).toEqual({ "1": 10 });
  });

  it("follows the same law by sampling and shot by shot", () => {
    const circuit = new Circuit(2).ry(1.2, 0).cx(0, 1).measure(0).measure(1);
    const mid = new Circuit(2).ry(1.2, 0).cx(0, 1).measure(0).z(0).measure(0).measure(1);
    const shots = 4000;
    for (const program of [circuit, mid]) {
      const { counts } = run(program, { shots, random: seededRandom(3) });
      // Six standard deviations of a binomial count: 2e-9.
      const p = Math.sin(0.6) ** 2;
      expect(Math.abs(counts["11"] - shots * p)).toBeLessThan(6 * Math.sqrt(shots * p * (1 - p)));
      expect(counts["00"] + counts["11"]).toBe(shots);
    }
  });

  it("sends a qubit home by measuring and correcting", () => {
    const circuit = new Circuit(1)
      .h(0)
      .measure(0)
      .when([0], 1, (body) => body.x(0))
      .measure(0, 1);
    const { counts } = run(circuit, { shots: 100, random: seededRandom(4) });
    expect(Object.keys(counts).sort()).toEqual(["00", "01"]);
  });

  it("repeats for the same stream, and holds more bits than a double", () => {
    const circuit = new Circuit(1, 70).h(0).measure(0, 69).measure(0, 3);
    const { counts } = run(circuit, { shots: 50, random: seededRandom(5) });
    expect(run(circuit, { shots: 50, random: seededRandom(5) }).counts).toEqual(counts);
    expect(Object.keys(counts)).toContain(`1${"0".repeat(65)}1000`);
  });

  it("refuses shots that are not whole", () => {
    expect(() => run(new Circuit(1), { shots: 0.5, random: seededRandom(1) })).toThrow(/shots, got 0.5/);
    expect(run(new Circuit(1), { shots: 0, random: seededRandom(1) }).counts).toEqual({});
  });
});

describe("run with measurements before the end", () => {
  it.each(programs)("follows the exact law: %s", (_, circuit) => {
    // Chi-square at 1e-6 for each of 3 seeds.
    const { probabilities } = densityMatrix(circuit);
    for (let seed = 0; seed < 3; seed++) {
      const { counts } = run(circuit, { shots: 20_000, random: seededRandom(seed) });
      expectLaw(counts, probabilities, 20_000);
    }
  });

  it.each(programs)("follows the law of single shots on the engine: %s", (_, circuit) => {
    const { probabilities } = densityMatrix(circuit);
    expectLaw(shotByShot(circuit, 4000, seededRandom(60)), probabilities, 4000);
  });

  it("draws independent shots: the number of ones among 6 is binomial over the seeds", () => {
    const circuit = new Circuit(1).ry(1.3, 0).measure(0, 0).h(0).measure(0, 1).h(0).measure(0, 2);
    const p = densityMatrix(circuit).probabilities["111"];
    const seen = new Float64Array(7);
    for (let seed = 0; seed < 3000; seed++) {
      seen[run(circuit, { shots: 6, random: seededRandom(seed) }).counts["111"] ?? 0]++;
    }
    expectFits(
      seen,
      seen.map((_, k) => 3000 * Math.exp(binomialLogPmf(k, 6, p))),
    );
  });

  it("simulates once when all measurements can wait, and each path once otherwise", () => {
    const options = { shots: 1000, random: seededRandom(1) };
    const engine = countingEngine();
    run(new Circuit(1).h(0).measure(0), { ...options, engine });
    expect(engine.runs).toBe(1);
    // The first measurement waits although gates follow on the other qubit, which is reset in between.
    engine.runs = 0;
    run(new Circuit(2).h(0).measure(0).reset(1).h(1).measure(1).reset(0), { ...options, engine });
    expect(engine.runs).toBe(2);
    // h, then one h for each outcome, then one z for each of four.
    engine.runs = 0;
    run(new Circuit(1).h(0).measure(0, 0).h(0).measure(0, 1).z(0).measure(0, 2), { ...options, engine });
    expect(engine.runs).toBe(7);
  });

  it("puts off no measurement whose qubit or bit matters later", () => {
    const random = seededRandom(2);
    const shots = 20;
    const copied = new Circuit(1, 2)
      .x(0)
      .measure(0, 0)
      .x(0)
      .add({
        kind: "assign",
        bit: 1,
        value: { kind: "equals", bits: [0], value: 1 },
      });
    expect(run(copied, { shots, random }).counts).toEqual({ "11": shots });
    const overwritten = new Circuit(1, 1)
      .x(0)
      .measure(0, 0)
      .add({
        kind: "assign",
        bit: 0,
        value: { kind: "constant", value: false },
      });
    expect(run(overwritten, { shots, random }).counts).toEqual({ "0": shots });
    const reused = new Circuit(1).x(0).measure(0, 0).reset(0).measure(0, 1);
    expect(run(reused, { shots, random }).counts).toEqual({ "01": shots });
    const again = new Circuit(1).x(0).reset(0).measure(0, 0);
    expect(run(again, { shots, random }).counts).toEqual({ "0": shots });
    const read = new Circuit(2)
      .x(0)
      .measure(0, 0)
      .when([0], 1, (body) => body.x(1))
      .measure(1, 1);
    expect(run(read, { shots, random }).counts).toEqual({ "11": shots });
  });

  it("gives the same counts of a seed with room for one state, for two, and for all, and stays within it", () => {
    let circuit = new Circuit(3);
    for (let k = 0; k < 8; k++)
      circuit = circuit
        .ry(0.4 + k, k % 3)
        .cx(k % 3, (k + 1) % 3)
        .measure(k % 3, k)
        .h(k % 3);
    const state = 16 * 2 ** 3;
    const results = [1, 2, 3, 2 ** 20].map((states) => {
      const engine = countingEngine();
      const { counts } = run(circuit, {
        shots: 200,
        random: seededRandom(61),
        engine,
        memoryLimit: states * state,
      });
      expect(engine.states.size).toBeLessThanOrEqual(Math.min(states, 1 + Math.floor(Math.log2(200))));
      return { counts, runs: engine.runs };
    });
    for (const { counts } of results) expect(counts).toEqual(results[3].counts);
    const runs = results.map(({ runs }) => runs);
    // Less room, more work.
    expect([...runs].sort((a, b) => b - a)).toEqual(runs);
    expect(runs[0]).toBeGreaterThan(2 * runs[3]);
  });

  it("goes another way when the same stream is used again", () => {
    const random = seededRandom(66);
    const circuit = new Circuit(1).h(0).measure(0, 0).h(0).measure(0, 1).h(0).measure(0, 2);
    const counts = Array.from({ length: 8 }, () => run(circuit, { shots: 1000, random }).counts);
    // Of the shots with a first outcome 0, the number with a second outcome 0 is a draw of its own each time.
    const ratios = counts.map((seen) => {
      const zero = ["000", "100"].reduce((sum, key) => sum + (seen[key] ?? 0), 0);
      return zero / (zero + (seen["010"] ?? 0) + (seen["110"] ?? 0));
    });
    expect(new Set(ratios).size).toBeGreaterThan(4);
  });

  it("starts from a given state, which it leaves alone, also where the state is made again", () => {
    const initial = randomState(2, seededRandom(62));
    const before = initial.clone();
    const circuit = new Circuit(2).measure(0, 0).h(0).measure(0, 1).h(1).measure(1, 2).measure(0, 3);
    const { probabilities } = densityMatrix(circuit, { initial });
    for (const memoryLimit of [64, 2 ** 20]) {
      const { counts } = run(circuit, { shots: 5000, random: seededRandom(63), initial, memoryLimit });
      expectLaw(counts, probabilities, 5000);
    }
    expect([initial.re, initial.im]).toEqual([before.re, before.im]);
  });

  it("works on an engine that never works in place", () => {
    const copying: Engine = {
      name: "copying",
      run: (circuit, { inPlace: _, ...options } = {}) => referenceEngine.run(circuit, options),
    };
    for (const [, circuit] of programs) {
      const options = () => ({ shots: 300, random: seededRandom(64) });
      expect(run(circuit, { ...options(), engine: copying })).toEqual(run(circuit, options()));
    }
  });

  it("reports progress, stops at once when told to, and gives in slices what it gives at once", async () => {
    const circuit = new Circuit(12).h(0).measure(0, 0).h(0).measure(0, 1);
    const options = (): RunOptions => ({ shots: 50, random: seededRandom(65) });
    const reports: Progress[] = [];
    const sliced = await runAsync(circuit, {
      ...options(),
      slice: 0,
      onProgress: (report) => reports.push(report),
    });
    expect(sliced).toEqual(run(circuit, options()));
    expect(reports.at(-1)).toEqual({ stage: "shots", done: 50, total: 50 });
    for (let k = 1; k < reports.length; k++)
      expect(reports[k].done).toBeGreaterThanOrEqual(reports[k - 1].done);
    const controller = new AbortController();
    let seen = 0;
    const stopped = runAsync(circuit, {
      ...options(),
      signal: controller.signal,
      onProgress: () => {
        seen++;
        controller.abort(new Error("enough"));
      },
    });
    await expect(stopped).rejects.toThrow("enough");
    expect(seen).toBe(1);
    expect(runTask(circuit, options()).next().done).toBe(false);
  });

  it("refuses what it cannot run", () => {
    const random = seededRandom(1);
    const endless = new Circuit(1, 1).while(isZero, (body) => body.measure(0, 0), 5);
    expect(() => run(endless, { shots: 1, random })).toThrow(
      /while: expected at most 5 rounds, got 6 rounds/,
    );
    const twice = new Circuit(1, 2).while(
      { kind: "equals", bits: [1], value: 0 },
      (body) =>
        body
          .while(isZero, (inner) => inner.x(0).measure(0, 0), 1)
          .add({ kind: "assign", bit: 1, value: { kind: "constant", value: true } }),
      1,
    );
    expect(run(twice, { shots: 1, random }).counts).toEqual({ "11": 1 });
    expect(() => run(new Circuit(40).measure(0).h(0), { shots: 1, random })).toThrow(LimitError);
    expect(() => run(new Circuit(3).measureAll(), { shots: 1, random, memoryLimit: 127 })).toThrow(
      LimitError,
    );
    expect(() => run(new Circuit(1), { shots: 1, random, initial: new StateVector(2) })).toThrow(
      /initial state of 1 qubits, got 2/,
    );
    const nothing = new StateVector(1, new Float64Array(2), new Float64Array(2));
    expect(() => run(new Circuit(1).measure(0).h(0), { shots: 5, random, initial: nothing })).toThrow(
      /positive sum/,
    );
    expect(() => run(new Circuit(1).ry(parameter("a"), 0), { shots: 1, random })).toThrow(/got a without/);
  });
});
