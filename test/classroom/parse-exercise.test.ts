import { describe, expect, it } from "vitest";
import { parseExercise, pickVersion } from "../../src/classroom/index.ts";

const parts = {
  head: "# Sum\n\nlevel: 1\nlesson: sums\n",
  versions: "## Versions\n\n| a | b |\n|---|---|\n| 1 | 3 |\n| 2 | 4 |\n",
  statement: "## Statement\n\nWhat is {{a}} + 2?\n",
  starter: "## Starter\n\n```number\n0\n```\n",
  check: '## Check\n\n```json\n{ "kind": "number", "tolerance": 0.1 }\n```\n',
  hints: "## Hints\n\n- Count\n  on.\n- Fingers.\n",
  solution: "## Solution\n\n```number\n{{b}}\n```\n",
  explanation: "## Explanation\n\nIt is {{b}}.\n",
  mistakes: "## Mistakes\n\n### Only one\n\n```number\n{{a}}\n```\nAdd 2.\n",
};
const sheet = (changed: Partial<Record<keyof typeof parts, string>> = {}) =>
  parseExercise("01-sum", Object.values({ ...parts, ...changed }).join("\n"));

describe("parseExercise", () => {
  it("reads every part, in every version", () => {
    expect(sheet().versions).toBe(2);
    expect(sheet().version(1)).toMatchObject({
      id: "01-sum",
      title: "Sum",
      level: 1,
      lesson: "sums",
      statement: "What is 2 + 2?",
      solution: { number: 4 },
      hints: ["Count on.", "Fingers."],
      mistakes: [{ title: "Only one", answer: { number: 2 }, explanation: "Add 2." }],
    });
  });

  it.each([
    [{ head: "level: 1\n" }, /one heading/],
    [{ head: "# Sum\n\nlesson: sums\n" }, /01-sum\.md:1:1: expected `level: 1`/],
    [{ solution: "" }, /a part `## Solution`, got none/],
    [{ solution: "## Solution\n\n```number\n{{c}}\n```\n" }, /\{\{c\}\}; it has a, b/],
    [{ solution: "## Solution\n\n```number\nmany\n```\n" }, /expected a number, got many/],
    [{ starter: "## Starter\n\n```choice\na\n```\n" }, /of the solution's kind, number, got choice/],
    [{ check: '## Check\n\n```json\n{ "kind": "number" }\n```\n' }, /tolerance/],
    [{ check: "## Check\n\n```json\n{ kind }\n```\n" }, /expected JSON/],
    [{ hints: "## Hint\n\n- no\n" }, /expected one of .*Hints.*, got Hint; rename/],
    [{ versions: "## Versions\n\nnone\n" }, /a table with a head/],
  ])("says where and what is wrong: %o", (changed, message) => {
    expect(() => sheet(changed)).toThrow(message);
  });

  it("has no version beyond its table", () => {
    expect(() => sheet().version(2)).toThrow("expected a version from 0 to 1, got 2");
  });
});

describe("pickVersion", () => {
  it("gives the same version for the same seed, and each version its share", () => {
    const picked = Array.from({ length: 400 }, (_, k) => pickVersion(sheet(), k).version);
    expect(picked).toEqual(Array.from({ length: 400 }, (_, k) => pickVersion(sheet(), k).version));
    const share = picked.filter((version) => version === 1).length / 400;
    // Five standard deviations: a false alarm once in 1.7 million.
    expect(Math.abs(share - 0.5)).toBeLessThan(5 * 0.025);
  });
});
