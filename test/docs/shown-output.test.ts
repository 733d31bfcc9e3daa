import { describe, expect, it } from "vitest";
import { blocksOf } from "./page.ts";
import { programsOf } from "./program.ts";
import { isShown, shown } from "./shown-output.ts";

describe("isShown", () => {
  it("accepts what is shown and nothing else", () => {
    expect(isShown(["a", "b"], "a\nb\n")).toBe(true);
    expect(isShown(["a", "b"], "a\nc")).toBe(false);
    expect(isShown(["a"], "a\nb")).toBe(false);
    expect(isShown(["1.5 (x) [y]"], "1.5 (x) [y]")).toBe(true);
    expect(isShown(["1.5"], "1x5")).toBe(false);
    expect(isShown(["1 000"], "1\u202f000 ")).toBe(true);
  });

  it("lets … stand for text within a line, and alone on a line for lines", () => {
    expect(isShown(["[ 1, … ]"], "[ 1, 2, 3 ]")).toBe(true);
    expect(isShown(["[ 1, … ]"], "[ 2, 2, 3 ]")).toBe(false);
    expect(isShown(["a", "…", "d"], "a\nb\nc\nd")).toBe(true);
    expect(isShown(["a", "…", "d"], "a\nd")).toBe(true);
    expect(isShown(["a", "…", "d"], "a\nb\ne")).toBe(false);
  });

  it("writes text as it is and values as Node prints them", () => {
    expect(shown("|01⟩")).toBe("|01⟩");
    expect(shown({ "01": 5 })).toBe("{ '01': 5 }");
    expect(shown(Float64Array.of(1, 2))).toBe("Float64Array(2) [ 1, 2 ]");
  });
});

describe("programsOf", () => {
  const text = [
    "# Page",
    "```ts",
    'import { x } from "kronket";',
    "const a = 1; // not a claim",
    "a + 1; // 2",
    "```",
    "```sh",
    "a + 1; // not code",
    "```",
    "```ts",
    "console.log(a,",
    "  2);",
    "// 1 2",
    "//",
    "// end",
    "",
    "// a remark",
    "```",
  ].join("\n");
  const [program, ...others] = programsOf({ name: "page.md", text, blocks: blocksOf(text) });

  it("joins blocks without imports to the one before and keeps the lines of the page", () => {
    expect(others).toEqual([]);
    expect(program.name).toBe("page.md, line 3");
    expect(program.observed.split("\n")[3]).toBe("const a = 1; // not a claim");
  });

  it("takes comments beside expressions as values, and those below console.log as output", () => {
    expect(program.claims).toEqual([
      { line: 5, kind: "value", statement: "a + 1;", expected: ["2"] },
      { line: 11, kind: "printed", statement: "console.log(a,\n  2);", expected: ["1 2", "", "end"] },
    ]);
    expect(program.observed).toContain("globalThis.docs.value(0, a + 1); // 2");
    expect(program.observed).toContain("globalThis.docs.printed(1, a, 2);\n// 1 2");
  });
});
