import { describe, expect, it } from "vitest";
import { familyCircuit } from "../../../../bench/circuits/families.ts";
import { seededRandom } from "../../../../src/random/seeded-random.ts";
import { makeCompiledEngine } from "../../../../src/simulator/compiled/compiled-engine.ts";
import { borrowTeam, returnTeam } from "../../../../src/simulator/compiled/threads/borrow-team.ts";
import { referenceEngine } from "../../../../src/simulator/reference-engine.ts";
import { run } from "../../../../src/simulator/run.ts";
import { simulateAsync } from "../../../../src/simulator/simulate.ts";
import { randomCircuit } from "../../../support/random-circuit.ts";
import { randomState } from "../../../support/random-state.ts";
import { stateDifference } from "../../../support/state-difference.ts";

const tileQubits = 9;
const alone = makeCompiledEngine({ tileQubits, fewestQubits: 6 });

describe("the compiled engine with several threads", () => {
  it.each([2, 3, 5])("gives the same amplitudes, bit for bit, with %i threads", (threads) => {
    const engine = makeCompiledEngine({ tileQubits, threads, fewestQubits: 6 });
    const random = seededRandom(threads);
    for (let k = 0; k < 12; k++) {
      const qubits = 11 + (k % 3);
      const circuit = randomCircuit(qubits, 40, random);
      const options = k % 2 === 0 ? {} : { initial: randomState(qubits, random) };
      const { state } = engine.run(circuit, options);
      expect(state.re).toEqual(alone.run(circuit, options).state.re);
      expect(state.im).toEqual(alone.run(circuit, options).state.im);
      expect(stateDifference(state, referenceEngine.run(circuit, options).state)).toBeLessThan(1e-13);
    }
  });

  it("gives the same counts for a seed", () => {
    const circuit = familyCircuit("rot", 13).measure(3, 0).h(3).measure(3, 1).measure(7, 2);
    const counts = (threads: number) =>
      run(circuit, {
        shots: 2000,
        random: seededRandom(5),
        engine: makeCompiledEngine({ tileQubits, threads, fewestQubits: 6 }),
      }).counts;
    expect(counts(2)).toEqual(counts(1));
    expect(counts(4)).toEqual(counts(1));
  });

  it("leaves the threads to the next run when it is stopped", async () => {
    const engine = makeCompiledEngine({ tileQubits, threads: 2 });
    const circuit = familyCircuit("rot", 13);
    const stop = new AbortController();
    let reports = 0;
    const stopped = simulateAsync(circuit, {
      engine,
      signal: stop.signal,
      onProgress: () => {
        if (++reports === 3) stop.abort(new Error("enough"));
      },
    });
    await expect(stopped).rejects.toThrow("enough");
    expect(reports).toBe(3);
    expect(engine.run(circuit).state.re).toEqual(alone.run(circuit).state.re);
    const team = borrowTeam(2);
    expect(team?.isWhole).toBe(true);
    returnTeam(team!);
  });

  it("lets a second run at the same time work alone", async () => {
    const engine = makeCompiledEngine({ tileQubits, threads: 2 });
    const circuits = [familyCircuit("rot", 13), familyCircuit("rqc", 13), familyCircuit("qft", 12)];
    const states = await Promise.all(circuits.map((circuit) => simulateAsync(circuit, { engine, slice: 0 })));
    states.forEach((state, k) => {
      expect(state.re).toEqual(alone.run(circuits[k]).state.re);
    });
  });

  it("replaces a worker that has died", async () => {
    const threads = process.getBuiltinModule("node:worker_threads");
    const { Worker } = threads;
    const started: InstanceType<typeof Worker>[] = [];
    threads.Worker = class extends Worker {
      constructor(...settings: ConstructorParameters<typeof Worker>) {
        super(...settings);
        started.push(this);
      }
    };
    try {
      const engine = makeCompiledEngine({ tileQubits, threads: 6 });
      const circuit = familyCircuit("rot", 12);
      for (const expected of [5, 10]) {
        expect(engine.run(circuit).state.re).toEqual(alone.run(circuit).state.re);
        expect(started).toHaveLength(expected);
        await started[expected - 2].terminate();
      }
    } finally {
      threads.Worker = Worker;
    }
  });

  it("works alone where no thread can be started", () => {
    const threads = process.getBuiltinModule("node:worker_threads");
    const { Worker } = threads;
    threads.Worker = class {
      constructor() {
        throw new Error("too many threads");
      }
    } as unknown as typeof Worker;
    try {
      const circuit = familyCircuit("rot", 12);
      const engine = makeCompiledEngine({ tileQubits, threads: 7 });
      expect(engine.run(circuit).state.re).toEqual(alone.run(circuit).state.re);
    } finally {
      threads.Worker = Worker;
    }
  });

  it("says how much memory is missing, and goes on with less", () => {
    const { Memory } = WebAssembly;
    const engine = makeCompiledEngine({ tileQubits, threads: 2 });
    // A host without memory; sizes that no other test has kept.
    WebAssembly.Memory = class {
      constructor() {
        throw new RangeError("could not allocate memory");
      }
    } as unknown as typeof Memory;
    try {
      expect(() => engine.run(familyCircuit("ghz", 15))).toThrow(
        /^run: expected [\d.]+ MiB of memory for 15 qubits, got none from the host; drop states/,
      );
    } finally {
      WebAssembly.Memory = Memory;
    }
    const circuit = familyCircuit("ghz", 15);
    expect(engine.run(circuit).state.re).toEqual(alone.run(circuit).state.re);
  });

  it("refuses numbers of threads that make no sense", () => {
    for (const threads of [0, -1, 1.5, 129, Number.NaN]) {
      expect(() => makeCompiledEngine({ threads })).toThrow(
        `makeCompiledEngine: expected 1 to 128 threads, got ${threads}; count the cores of the machine.`,
      );
    }
  });
});
