import { describe, expect, it } from "vitest";
import { familyCircuit } from "../../bench/circuits/families.ts";
import { checksum } from "../../bench/contest/checksum.ts";
import { nativeTable, npmTable, scalingTable } from "../../bench/contest/comparison-table.ts";
import type { Contender, Job } from "../../bench/contest/contender.ts";
import { goal } from "../../bench/contest/goals.ts";
import { measureJob } from "../../bench/contest/measure-job.ts";
import { fillStartState } from "../../bench/contest/start-state.ts";
import { plainGates } from "../../bench/contest/write-circuit.ts";
import { withSection } from "../../bench/write-section.ts";
import { Circuit } from "../../src/circuit/circuit.ts";
import { simulate } from "../../src/simulator/simulate.ts";

const job: Job = { family: "rot", qubits: 20, start: "zero", circuit: new Circuit(1), path: "" };

/** A contender that takes the given times, one after the other, and has the given checksum. */
function contender(name: string, variant: string, seconds: readonly number[], sum = 0.3): Contender {
  let run = 0;
  return {
    name,
    variant,
    bytesPerAmplitude: 16,
    threads: 1,
    measure: async (_, check) =>
      check ? { seconds: 9, state: { norm: 1, checksum: sum } } : { seconds: seconds[run++] },
    close: () => {},
  };
}

describe("the contest of simulators", () => {
  it("starts from a normalised state, whose checksum other programs reproduce", () => {
    const [re, im] = [new Float64Array(32), new Float64Array(32)];
    fillStartState(re, im);
    // The figures of bench/peers/contest.py for the same state.
    const { norm, checksum: sum } = checksum(re, im);
    expect(norm).toBeCloseTo(1, 14);
    expect(sum).toBeCloseTo(0.5830791624999734, 13);
  });

  it("has a checksum that sees exchanged amplitudes and phases, but no global phase", () => {
    const { re, im } = simulate(familyCircuit("rot", 6));
    const { checksum: sum } = checksum(re, im);
    const turned = checksum(
      im.map((x) => -x),
      re,
    );
    expect(turned.checksum).toBeCloseTo(sum, 13);
    const exchanged = Float64Array.from(re);
    [exchanged[3], exchanged[5]] = [re[5], re[3]];
    expect(Math.abs(checksum(exchanged, im).checksum - sum)).toBeGreaterThan(1e-6);
    expect(
      Math.abs(
        checksum(
          re,
          im.map((x) => -x),
        ).checksum - sum,
      ),
    ).toBeGreaterThan(1e-6);
  });

  it("writes circuits as lists of gates, a Z under controls as one gate", () => {
    const circuit = new Circuit(3)
      .u(1, 2, 3, 2)
      .cx(0, 1)
      .gate("z", [], [2], [{ qubit: 0, value: 1 }]);
    expect(plainGates(circuit)).toEqual([
      ["u", [1, 2, 3], [2]],
      ["cx", [], [0, 1]],
      ["mcz", [], [0, 2]],
    ]);
    expect(() => plainGates(new Circuit(1).reset(0))).toThrow(/expected gates with numbers, got reset/);
    expect(() => plainGates(new Circuit(2).gate("z", [], [1], [{ qubit: 0, value: 0 }]))).toThrow(
      /controls on Z/,
    );
  });

  it("goes on with the fastest variant only, and fails who ends in another state or breaks", async () => {
    const broken: Contender = {
      ...contender("broken", "plain", []),
      measure: () => Promise.reject(new Error("out of memory")),
    };
    const notes: string[] = [];
    const scores = await measureJob(
      job,
      [
        contender("a", "slow", [3, 1, 1]),
        contender("a", "fast", [2, 5, 4]),
        contender("b", "plain", [1, 2, 3]),
        contender("wrong", "plain", [1, 1, 1], 0.4),
        broken,
      ],
      { rounds: 3, note: (text) => notes.push(text) },
    );
    expect(scores.map(({ seconds }) => seconds)).toEqual([[3], [2, 5, 4], [1, 2, 3], [], []]);
    expect(notes).toEqual([
      "broken plain, 1 thread: out of memory",
      "wrong plain, 1 thread: another state: checksum 0.4 in place of 0.3",
    ]);
  });

  it("writes ratios to the fastest program, with the goal and whether it is missed", async () => {
    const own = { ...contender("kronket", "plain", [1]), bytesPerAmplitude: 16 as const };
    const scores = await measureJob(
      job,
      [
        own,
        contender("qulacs", "light", [4]),
        contender("aer", "fusion5", [2]),
        contender("kronket cold", "plain", [1.8]),
        contender("jsqubits", "plain", [50]),
      ],
      { rounds: 1, note: () => {} },
    );
    const rows = [{ ...job, threads: 1, scores }];
    expect(nativeTable(rows).split("\n")[2]).toBe(
      "| rot-20 | 1 | \\|0…0⟩ | 1 | 4 light | 2 fusion5 | – | 0.500 | ≤ 0.5 | 1.8 | 0.900 (missed) | ≤ 0.8 | – | – | – | ≤ 1 |",
    );
    expect(npmTable(rows)).toContain("| jsqubits | rot-20 | 50 | 1 | 50.0× |");
  });

  it("writes what a second thread gains", async () => {
    const row = async (threads: number, seconds: number) => ({
      ...job,
      qubits: 22,
      threads,
      scores: await measureJob(job, [contender("kronket", "plain", [seconds])], {
        rounds: 1,
        note: () => {},
      }),
    });
    const lines = scalingTable([await row(1, 3), await row(2, 2)]).split("\n");
    expect(lines.slice(2)).toEqual(["| rot-22 | \\|0…0⟩ | 3 | 2 | 2 | 1.50 (missed) | ≥ 1.8 |"]);
  });

  it("knows the goals", () => {
    const of = (family: Job["family"], qubits: number, start: Job["start"], bytesPerAmplitude: 8 | 16) =>
      goal({ family, qubits, start, bytesPerAmplitude });
    expect([of("rot", 18, "zero", 16), of("rot", 20, "zero", 16), of("rqc", 22, "zero", 16)]).toEqual([
      undefined,
      0.5,
      0.4,
    ]);
    expect([of("qft", 24, "zero", 16), of("qft", 24, "random", 16), of("grover", 20, "random", 16)]).toEqual([
      0.05,
      0.15,
      undefined,
    ]);
    expect([of("ghz", 20, "zero", 8), of("ghz", 26, "zero", 8)]).toEqual([1, 0.8]);
  });

  it("replaces its own part of the results and leaves the others", () => {
    const before = "# Measured\n\ntext\n\n## One\n\na\n\n## Two\n\nb\n";
    expect(withSection(before, "One", "new\n")).toBe("# Measured\n\ntext\n\n## One\n\nnew\n\n## Two\n\nb\n");
    expect(withSection(before, "Three", "c")).toBe(`${before}\n## Three\n\nc\n`);
  });
});
