import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exactLeverage } from "../../../src/baselines/leverage/exact-leverage.ts";
import { generalisedLeverage } from "../../../src/baselines/leverage/generalised-leverage.ts";
import { onlineLeverage } from "../../../src/baselines/leverage/online-leverage.ts";
import { ridgeLeverage } from "../../../src/baselines/leverage/ridge-leverage.ts";
import { streamGeneralisedLeverage } from "../../../src/baselines/leverage/stream-generalised-leverage.ts";
import { streamLeverage } from "../../../src/baselines/leverage/stream-leverage.ts";
import { streamOnlineLeverage } from "../../../src/baselines/leverage/stream-online-leverage.ts";
import { qrRegression } from "../../../src/baselines/regression/direct-regression.ts";
import { streamRegression } from "../../../src/baselines/regression/stream-regression.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { csvStream } from "../../../src/matrix/readers/csv-stream.node.ts";
import { parseCsvMatrix } from "../../../src/matrix/readers/parse-csv-matrix.ts";
import { matrixStream, type RowStream } from "../../../src/matrix/row-stream.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";
import { matrixTypes } from "../../support/matrix-types.ts";
import { largestDifference } from "../../support/real-dense.ts";

const matrix = gaussianMatrix({ rows: 5000, columns: 4 }, seededRandom(6));
const folder = mkdtempSync(join(tmpdir(), "kronket-stream-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function all(blocks: AsyncIterable<Float64Array>): Promise<number[]> {
  const values: number[] = [];
  for await (const block of blocks) values.push(...block);
  return values;
}

describe("streamLeverage", () => {
  it.each(matrixTypes)(
    "gives the scores of the whole matrix of type $name, whatever the blocks",
    async (type) => {
      const exact = exactLeverage(type.matrix);
      for (const blockRows of [1, 7, 150, 10_000]) {
        const report = await streamLeverage(matrixStream(type.matrix, { blockRows }));
        expect([report.rank, report.rows]).toEqual([type.rank, type.matrix.rows]);
        const scores = await all(report.scores());
        // Other blocks are other roundings: near-singular matrices feel them.
        expect(largestDifference(scores, exact.scores)).toBeLessThan(
          type.name.includes("1e12") ? 1e-3 : 1e-6,
        );
        if (/Gaussian|scaled|zeros|graded col/.test(type.name)) {
          expect(largestDifference(scores, exact.scores)).toBeLessThan(1e-12);
        }
      }
    },
  );

  it("bills n rows in each pass and tells how far it is", async () => {
    const seen: number[] = [];
    const report = await streamLeverage(matrixStream(matrix, { blockRows: 2000 }), {
      onRows: (rows) => seen.push(rows),
    });
    expect(seen).toEqual([2000, 4000, 5000]);
    await all(report.scores());
    expect(report.ledger.entries().map(({ stage, count }) => [stage, count])).toEqual([
      ["first pass", 5000],
      ["second pass", 5000],
    ]);
  });

  it("reads a CSV file in two passes, with a memory of one block", async () => {
    const text = gaussianCsv(30_000, 5, 3, ["a", "b", "c", "d", "e"]);
    const path = join(folder, "tall.csv");
    writeFileSync(path, text);
    const stream = csvStream(path, { blockRows: 1000 });
    let longest = 0;
    for await (const block of stream.blocks()) longest = Math.max(longest, block.rows);
    expect(longest).toBeLessThan(6000);
    const report = await streamLeverage(stream);
    const exact = exactLeverage(parseCsvMatrix(text).matrix).scores;
    expect(largestDifference(await all(report.scores()), exact)).toBeLessThan(1e-13);
  });

  it("withstands columns that grow from 1e-150 to 1e150 as they come in", async () => {
    const growing = new DenseMatrix(
      400,
      3,
      Float64Array.from(
        { length: 1200 },
        (_, at) => (1 + Math.sin(at * at)) * 10 ** (at % 3 === 0 ? at / 4 - 150 : 0),
      ),
    );
    const report = await streamLeverage(matrixStream(growing, { blockRows: 10 }));
    expect(report.rank).toBe(3);
    expect(largestDifference(await all(report.scores()), exactLeverage(growing).scores)).toBeLessThan(1e-12);
  });

  it("refuses no row, blocks of unequal width, bad entries, and a source that changes between passes", async () => {
    const stream = (...blocks: DenseMatrix[]): RowStream => ({ name: "A", blocks: () => blocks });
    const wide = new DenseMatrix(1, 2, new Float64Array(2));
    await expect(streamLeverage(stream())).rejects.toThrow(/at least one row/);
    await expect(streamLeverage(stream(matrix, wide))).rejects.toThrow(/blocks of 4 columns/);
    await expect(streamLeverage(stream(new DenseMatrix(1, 1, Float64Array.of(Number.NaN))))).rejects.toThrow(
      /finite/,
    );
    let pass = 0;
    const changing: RowStream = { name: "A", blocks: () => (pass++ === 0 ? [matrix, matrix] : [matrix]) };
    await expect(all((await streamLeverage(changing)).scores())).rejects.toThrow(
      /10000 rows as in the first pass, got 5000/,
    );
    expect(() => matrixStream(matrix, { blockRows: 0 })).toThrow(/blockRows/);
  });

  it("stops with the reason of its signal", async () => {
    const controller = new AbortController();
    const running = streamLeverage(matrixStream(matrix, { blockRows: 10 }), {
      signal: controller.signal,
      onRows: (rows) => rows > 100 && controller.abort(new Error("enough")),
    });
    await expect(running).rejects.toThrow("enough");
  });
});

describe("streamLeverage with a ridge", () => {
  it("gives the ridge scores of the whole matrix, and its rank without the ridge", async () => {
    for (const lambda of [0, 0.1, 50]) {
      const report = await streamLeverage(matrixStream(matrix, { blockRows: 700 }), { lambda });
      expect(report.rank).toBe(4);
      const scores = ridgeLeverage(matrix, { lambda }).scores;
      expect(largestDifference(await all(report.scores()), scores)).toBeLessThan(1e-13);
    }
    await expect(streamLeverage(matrixStream(matrix), { lambda: -1 })).rejects.toThrow(/lambda ≥ 0/);
  });
});

describe("streamGeneralisedLeverage", () => {
  const reference = gaussianMatrix({ rows: 40, columns: 4 }, seededRandom(9));
  const b = matrixStream(reference, { name: "B", blockRows: 7 });

  it("gives the scores of the whole matrices, and bills both streams", async () => {
    const report = await streamGeneralisedLeverage(matrixStream(matrix, { blockRows: 900 }), b);
    const exact = generalisedLeverage(matrix, reference).scores;
    expect(largestDifference(await all(report.scores()), exact)).toBeLessThan(1e-12 * Math.max(...exact));
    expect([report.ledger.total({ oracle: "B" }), report.ledger.total({ oracle: "A" })]).toEqual([40, 5000]);
  });

  it("scores a row outside the row space of B with Infinity, and refuses another width", async () => {
    const flat = matrixStream(new DenseMatrix(2, 2, Float64Array.of(1, 0, 2, 0)), { name: "B" });
    const plane = matrixStream(new DenseMatrix(3, 2, Float64Array.of(1, 0, 0, 1, 0, 0)));
    const [inside, outside, zero] = await all((await streamGeneralisedLeverage(plane, flat)).scores());
    expect([inside.toFixed(12), outside, zero]).toEqual(["0.200000000000", Number.POSITIVE_INFINITY, 0]);
    const narrow = await streamGeneralisedLeverage(matrixStream(matrix), flat);
    await expect(all(narrow.scores())).rejects.toThrow(/blocks of 2 columns/);
  });
});

describe("one pass over a stream", () => {
  it("gives online scores, and least squares with any column as the target", async () => {
    const online = await all(streamOnlineLeverage(matrixStream(matrix, { blockRows: 333 }), { lambda: 1 }));
    expect(largestDifference(online, onlineLeverage(matrix, { lambda: 1 }).scores)).toBeLessThan(1e-14);
    for (const target of [0, 2, undefined]) {
      const place = target ?? 3;
      const report = await streamRegression(matrixStream(matrix), target === undefined ? {} : { target });
      const a = new DenseMatrix(
        5000,
        3,
        matrix.data.filter((_, at) => at % 4 !== place),
      );
      const b = matrix.data.filter((_, at) => at % 4 === place);
      const exact = qrRegression(a, b);
      expect(largestDifference(report.coefficients, exact.coefficients)).toBeLessThan(1e-12);
      expect(report.residualNorm).toBeCloseTo(exact.residualNorm, 9);
      expect(report.ledger.total()).toBe(5000);
    }
  });

  it("refuses a target that is no column", async () => {
    await expect(streamRegression(matrixStream(matrix), { target: 4 })).rejects.toThrow(/target from 0 to 3/);
    const narrow = matrixStream(new DenseMatrix(2, 1, Float64Array.of(1, 2)));
    await expect(streamRegression(narrow)).rejects.toThrow(/beside at least one other column/);
  });
});
