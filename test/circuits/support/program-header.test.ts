import { describe, expect, it } from "vitest";
import { programHeader } from "../../../circuits/support/program-header.ts";

const header = `// Bell pair
//
// Each qubit is a fair coin.
// Together they
//   agree.
//
// source: Nielsen and Chuang
// expect: counts 00 1/2,
//   11 1/2
// expect: state sqrt(1/2)|00> + sqrt(1/2)|11>
OPENQASM 2.0; // expect: nothing of this
`;

describe("programHeader", () => {
  it("reads title, explanation, source and expectations, joining indented lines", () => {
    const { title, explanation, source, expect: expected } = programHeader(header);
    expect(title).toBe("Bell pair");
    expect(explanation).toBe("Each qubit is a fair coin. Together they agree.");
    expect(source).toBe("Nielsen and Chuang");
    expect(expected.map(({ kind }) => kind)).toEqual(["counts", "state"]);
  });

  it.each([
    ["title", /^\/\/ Bell[\s\S]*agree\.\n/],
    ["explanation", /\/\/ Each[\s\S]*agree\.\n/],
    ["source", /\/\/ source.*\n/],
    ["expect", /\/\/ expect[\s\S]*(?=OPENQASM)/],
  ])("refuses a header without %s", (part, lines) => {
    expect(() => programHeader(header.replace(lines, ""))).toThrow(new RegExp(`got no ${part}`));
  });
});
