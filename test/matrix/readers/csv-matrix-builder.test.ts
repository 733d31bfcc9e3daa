import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvMatrixBuilder } from "../../../src/matrix/readers/csv-matrix-builder.ts";
import { parseCsvMatrix } from "../../../src/matrix/readers/parse-csv-matrix.ts";
import { parseErrorOf } from "../../support/parse-error-of.ts";

/** A text of more than three stretches, in which a record of several lines lies across every border. */
const record = (i: number): string => `${i},"${i / 7}","${"long text ".repeat(20)}\nwith ""quotes"" ${i}"`;
const lines = Array.from({ length: 3000 }, (_, i) => record(i));
const text = `n,seventh,text\r\n${lines.join("\r\n")}\r\n`;

function build(pieces: Iterable<string>) {
  const builder = new CsvMatrixBuilder({ name: "a.csv", columns: ["n", "seventh"] });
  for (const piece of pieces) builder.push(piece);
  return builder.finish();
}

function* cut(whole: string, lengths: readonly number[]): Generator<string> {
  let at = 0;
  for (let k = 0; at < whole.length; k++) {
    yield whole.slice(at, at + lengths[k % lengths.length]);
    at += lengths[k % lengths.length];
  }
}

describe("CsvMatrixBuilder", () => {
  it("gives the same matrix however the text is cut", () => {
    expect(text.length).toBeGreaterThan(3 * 2 ** 17);
    const whole = build([text]);
    expect(whole.matrix.rows).toBe(3000);
    expect([...whole.matrix.row(2999)]).toEqual([2999, 2999 / 7]);
    const lengths = fc.array(fc.integer({ min: 1, max: 2 ** 15 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lengths, (sizes) => {
        const long = [...sizes, 2 ** 13];
        expect(build(cut(text, long)).matrix.data).toEqual(whole.matrix.data);
      }),
      { numRuns: 10, seed: 7 },
    );
  });

  it("places an error in a late stretch as in a whole text", () => {
    const wrong = [...lines];
    wrong[2800] = '2800,"x",text';
    const broken = `n,seventh,text\n# note\n\n${wrong.join("\n")}`;
    // Three lines before the records; 2800 records of two lines.
    for (const size of [7777, 2 ** 22]) {
      const error = parseErrorOf(() => build(cut(broken, [size])));
      expect(error.place).toBe("5604:2");
      expect(error.message).toContain('a number in column 2 ("seventh"), got "x"');
    }
  });

  it("waits for two records before it decides what the columns are", () => {
    const builder = new CsvMatrixBuilder();
    for (const piece of ["x", ",y", "\n", "1", ",2", "\r", "\n3,4"]) builder.push(piece);
    expect(builder.columns).toBe(0);
    expect(builder.rows).toBe(0);
    const { matrix, columnNames } = builder.finish();
    expect(columnNames).toEqual(["x", "y"]);
    expect([...matrix.data]).toEqual([1, 2, 3, 4]);
  });

  it("reads a line as long as the first stretch, cut within its Windows line end", () => {
    const width = 2 ** 15;
    const line = new Array(width).fill("1").join(",");
    const builder = new CsvMatrixBuilder();
    for (const piece of [`${line}\r`, `\n${line}\r\n`]) builder.push(piece);
    expect(builder.finish().matrix).toMatchObject({ rows: 2, columns: width });
  });

  it("counts rows while it reads", () => {
    const builder = new CsvMatrixBuilder({ intercept: true });
    builder.push("1,2\n".repeat(2 ** 15));
    expect(builder.columns).toBe(3);
    expect(builder.rows).toBe(2 ** 15);
  });

  it("gives up on a quote that is not closed before the text fills the memory", () => {
    const builder = new CsvMatrixBuilder({ name: "a.csv" });
    builder.push('1,2\n3,4\n"');
    const error = parseErrorOf(() => {
      for (let k = 0; k < 40; k++) builder.push("5,6\n".repeat(2 ** 18));
    });
    expect(error.place).toBe("3:1");
    expect(error.message).toContain("look for a quote that is not closed");
  });

  it("reads what parseCsvMatrix reads", () => {
    expect(build([text])).toEqual(parseCsvMatrix(text, { columns: ["n", "seventh"] }));
  });
});
