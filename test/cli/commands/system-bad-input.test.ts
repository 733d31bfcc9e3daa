import { describe, expect, it } from "vitest";
import { cliFolder } from "../../support/cli-harness.ts";

const { run } = cliFolder();

describe("kronket system refuses bad input of attention, memories and sums with exit code 2", () => {
  it.each([
    [["modular-addition", "--param", "p=9"], /expected p to be an odd prime/],
    [["modular-addition", "--param", "p=2"], /expected p to be a whole number from 3/],
    [["attention-gradient", "--param", "degree=3"], /expected an even degree, got 3/],
    [["streaming-attention", "--param", "degree=5"], /expected an even degree, got 5/],
    [["softmax-kernel", "--param", "m=7"], /expected an even m, got 7/],
    [["hopfield", "--param", "beta=-1"], /expected beta to be a number from 0/],
    [["hopfield", "--param", "beta=Infinity"], /expected beta to be a number/],
    [["attention-sparsity", "--param", "mass=1"], /expected mass to be a number from/],
    [["attention-sparsity", "--param", "s=-1"], /expected s to be a number from 0/],
  ])("%o", async (args, message) => {
    const { code, stdout, stderr } = await run(["system", ...args, "--seed", "1"]);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, ""]);
  });
});

describe("kronket system gives the right limit", () => {
  it("at zero temperature, as a β that is larger than any gap", async () => {
    const { code, stdout } = await run([
      ..."system hopfield --param M=64 --param beta=1e300 --param L=2 --seed 7 --json".split(" "),
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).result.acceptance).toBeCloseTo(1 / 64, 12);
  });

  it("where the rank exceeds n, and says that nothing is gained", async () => {
    const { code, stdout } = await run([
      ..."system attention-gradient --param n=40 --param points=4 --seed 7".split(" "),
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("The rank 70 exceeds n = 40");
    expect(stdout).not.toContain("speed-up");
  });

  it("below 741 memories and at spread 1, where a report never speaks of a speed-up", async () => {
    for (const line of [
      "system hopfield --param M=740 --param L=1 --seed 7",
      "system attention-sparsity --param n=512 --param s=1 --seed 7",
      "system streaming-attention --param n=64 --seed 7",
      "system modular-addition --param p=5 --seed 7",
    ]) {
      const { code, stdout } = await run(line.split(" "));
      expect(code).toBe(0);
      expect(stdout).not.toContain("speed-up");
    }
  });
});
