import { describe, expect, it } from "vitest";
import {
  approximateKronecker,
  approximateKroneckerAsync,
  approximateKroneckerTask,
} from "../../src/algorithms/approximate-kronecker.ts";
import type { FactorState } from "../../src/algorithms/factor-sketch.ts";
import type { SketchCheckpoint } from "../../src/algorithms/sketch-checkpoint.ts";
import type { PairMethod, SketchOptions } from "../../src/algorithms/sketch-options.ts";
import { spectralApproximationAsync } from "../../src/algorithms/spectral-approximation.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { runRecord } from "../support/run-record.ts";

const random = seededRandom(71);
const factors = [
  replicatedBasisMatrix({ counts: [2 ** 19 - 40, 40] }),
  gaussianMatrix({ rows: 1500, columns: 2 }, random.split("second")),
];
const oracles = () => factors.map((factor) => rowOracle(factor));
const options = {
  epsilon: 0.5,
  delta: 0.05,
  constant: 0.1,
  search: "known",
  fallback: "never",
  random: random.split("run"),
} as const satisfies SketchOptions;

/** A checkpoint as it comes back from a file: through JSON text, typed arrays as plain lists. */
function throughJson(checkpoint: SketchCheckpoint): SketchCheckpoint {
  const text = JSON.stringify(checkpoint, (_, value) => (value instanceof Float64Array ? [...value] : value));
  const { factors, ledger } = JSON.parse(text) as SketchCheckpoint;
  return {
    ledger,
    factors: factors.map(
      (state): FactorState => ({
        ...state,
        rows: {
          columns: state.rows.columns,
          values: Float64Array.from(state.rows.values),
          weights: Float64Array.from(state.rows.weights),
          counts: Float64Array.from(state.rows.counts),
          indices: Float64Array.from(state.rows.indices),
        },
      }),
    ),
  };
}

/** All checkpoints of an undisturbed run, with its result. */
function observed(method: PairMethod) {
  const checkpoints: SketchCheckpoint[] = [];
  const sketch = approximateKronecker(oracles(), {
    ...options,
    method,
    onCheckpoint: (checkpoint) => checkpoints.push(throughJson(checkpoint)),
  });
  return { record: runRecord(sketch), checkpoints };
}

describe("a run that goes on from a checkpoint", () => {
  it.each(["two-stage", "many-copies", "one-at-a-time"] as const)(
    "gives the rows, weights and bill of one that never stopped, method %s",
    (method) => {
      const { record, checkpoints } = observed(method);
      const stages = record.factors.flatMap(({ reports }) => reports);
      expect(checkpoints).toHaveLength(stages.length);
      expect(checkpoints.length).toBeGreaterThan(10);
      // The stages are those of the halving in all three methods: the dearer ones go on from every third.
      const some = checkpoints.filter((_, e) => method === "two-stage" || e % 3 === 0);
      for (const from of some) {
        const later: SketchCheckpoint[] = [];
        const resumed = approximateKronecker(oracles(), {
          ...options,
          method,
          from,
          onCheckpoint: (checkpoint) => later.push(throughJson(checkpoint)),
        });
        expect(runRecord(resumed)).toEqual(record);
        expect(later).toEqual(checkpoints.slice(checkpoints.length - later.length));
      }
    },
  );

  it("can have been stopped anywhere, also inside a stage", () => {
    const { record } = observed("two-stage");
    for (const steps of [1, 2, 10, 100, 300]) {
      let last: SketchCheckpoint | undefined;
      const task = approximateKroneckerTask(oracles(), {
        ...options,
        onCheckpoint: (checkpoint) => {
          last = throughJson(checkpoint);
        },
      });
      for (let step = 0; step < steps; step++) expect(task.next().done).toBe(false);
      expect(task.return(undefined as never).done).toBe(true);
      const resumed = approximateKronecker(oracles(), {
        ...options,
        ...(last === undefined ? {} : { from: last }),
      });
      expect(runRecord(resumed)).toEqual(record);
    }
  });

  it("bills no row again that was paid for", () => {
    const { checkpoints } = observed("two-stage");
    const last = checkpoints.at(-1)!;
    const { ledger } = approximateKronecker(oracles(), { ...options, from: last });
    expect(ledger.entries()).toEqual(last.ledger);
  });

  it("is refused a checkpoint of other factors", () => {
    const { checkpoints } = observed("two-stage");
    const from = checkpoints.at(-1)!;
    const [first, second] = oracles();
    expect(() => approximateKronecker([second, first], { ...options, from })).toThrow(
      /^approximateKronecker: expected a checkpoint of these factors and options, got .*; resume with the data, options and seed/,
    );
    const other = rowOracle(gaussianMatrix({ rows: 1500, columns: 3 }, random));
    expect(() => approximateKronecker([first, other], { ...options, from })).toThrow(
      /checkpoint of these factors/,
    );
    expect(() => approximateKronecker([first, second], { ...options, from, method: "many-copies" })).toThrow(
      /checkpoint of these factors and options/,
    );
    const three = { ...from, factors: [...from.factors, from.factors[0]] };
    expect(() => approximateKronecker([first, second], { ...options, from: three })).toThrow(
      /got one of 3 factors/,
    );
  });
});

describe("the asynchronous form", () => {
  it("gives the same run as the synchronous one", async () => {
    const record = runRecord(approximateKronecker(oracles(), options));
    expect(runRecord(await approximateKroneckerAsync(oracles(), { ...options, slice: 1 }))).toEqual(record);
  });

  it("rejects with the reason of its signal, and its last checkpoint resumes the run", async () => {
    const { record } = observed("two-stage");
    for (const stopAfter of [1, 5, 12]) {
      const controller = new AbortController();
      const reason = new Error(`stopped after ${stopAfter} stages`);
      const checkpoints: SketchCheckpoint[] = [];
      const running = approximateKroneckerAsync(oracles(), {
        ...options,
        signal: controller.signal,
        onCheckpoint: (checkpoint) => {
          checkpoints.push(throughJson(checkpoint));
          if (checkpoints.length === stopAfter) controller.abort(reason);
        },
      });
      await expect(running).rejects.toBe(reason);
      expect(checkpoints).toHaveLength(stopAfter);
      const resumed = await approximateKroneckerAsync(oracles(), { ...options, from: checkpoints.at(-1)! });
      expect(runRecord(resumed)).toEqual(record);
    }
  });

  it("does nothing when the signal is aborted before it begins", async () => {
    const [first, second] = oracles();
    const signal = AbortSignal.abort();
    let stages = 0;
    const run = approximateKroneckerAsync([first, second], {
      ...options,
      signal,
      onCheckpoint: () => stages++,
    });
    await expect(run).rejects.toBe(signal.reason);
    await expect(spectralApproximationAsync(first, { ...options, signal })).rejects.toBe(signal.reason);
    expect(stages).toBe(0);
  });
});

describe("progress", () => {
  it.each(["two-stage", "many-copies", "one-at-a-time"] as const)(
    "stays between nothing and the total, names factor and stage in order, method %s",
    (method) => {
      const seen: string[] = [];
      let done = 0;
      for (const progress of approximateKroneckerTask(oracles(), { ...options, method })) {
        expect(progress.done).toBeGreaterThanOrEqual(0);
        expect(progress.done).toBeLessThanOrEqual(progress.total);
        expect(progress.total).toBeGreaterThan(0);
        if (progress.stage === seen.at(-1)) expect(progress.done).toBeGreaterThanOrEqual(done);
        else seen.push(progress.stage);
        done = progress.done;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen[0]).toBe("A1, base read");
      for (const stage of seen) {
        expect(stage).toMatch(
          /^A[12], (base read|halving level \d+|refinement|tuple drawing|normaliser estimate)$/,
        );
      }
    },
  );
});
