import { describe, expect, it } from "vitest";
import { type MatrixHeatMap, matrixHeatMap } from "../../../src/presentation/state/matrix-heat-map.ts";
import { reducedMatrix } from "../../../src/presentation/state/reduced-matrix.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { largeMatrix, smallMatrix } from "../../support/state-samples.ts";

describe("matrixHeatMap", () => {
  it("draws the golden figures, with numbers and without, wide and narrow", () => {
    const goldens: Record<string, MatrixHeatMap> = {
      small: smallMatrix,
      large: largeMatrix,
      narrow: { ...largeMatrix, width: 320, theme: "dark" },
    };
    for (const [name, data] of Object.entries(goldens)) {
      const svg = matrixHeatMap(data);
      expectFigure(svg);
      expectGolden(`matrix-heat-map-${name}`, svg);
    }
  });

  it("gives equal sizes of opposite sign the two ends of the scale, and zero neither", () => {
    const svg = matrixHeatMap({ matrix: [[1, -1, 0]] });
    const paths = [...svg.matchAll(/<path d="(M[^"]*z)" fill="(#\w+)"/g)].map(([, , colour]) => colour);
    expect(paths).toHaveLength(2);
    const [blue, red] = paths.map((colour) =>
      [1, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
    );
    expect(blue[1]).toBeGreaterThan(blue[0]);
    expect(red[0]).toBeGreaterThan(red[1]);
  });

  it("covers each cell that is not zero once", () => {
    const svg = matrixHeatMap(largeMatrix);
    let area = 0;
    for (const [, path] of svg.matchAll(/<path d="(M[^"]*z)" fill="#/g)) {
      for (const [, wide, high] of path.matchAll(/h([\d.]+)v([\d.]+)h/g)) area += Number(wide) * Number(high);
    }
    const [, width, height] = /<rect width="([\d.]+)" height="([\d.]+)" fill="#f7f7f7"/.exec(
      svg,
    ) as unknown as string[];
    const zeros = largeMatrix.matrix
      .flatMap((row) => [...(row as number[])])
      .filter((value) => value === 0).length;
    expect(area / (Number(width) * Number(height))).toBeCloseTo(1 - zeros / 2400, 2);
  });

  it("draws what cannot be seen cell by cell in blocks, and says so", () => {
    const matrix = Array.from({ length: 1500 }, (_, i) =>
      Float64Array.from({ length: 700 }, (_, j) => (i === 700 && j === 3 ? -1 : 0.1)),
    );
    const svg = matrixHeatMap({ matrix, width: 320 });
    expect(svg.length).toBeLessThan(100_000);
    expect(expectFigure(svg).textContent).toContain("cells show the value");
  });

  it("keeps the value of greatest size of each block", () => {
    const { blocks, block } = reducedMatrix(
      [
        [1, -2, 3],
        [0, 0, -9],
      ],
      2,
      1,
    );
    expect(block).toEqual({ rows: 2, columns: 2 });
    expect(blocks.map((row) => [...row])).toEqual([[-2, -9]]);
    expect(reducedMatrix([[5]], 9, 9)).toEqual({
      blocks: [Float64Array.of(5)],
      block: { rows: 1, columns: 1 },
    });
  });

  it("draws zero matrices and single cells", () => {
    expectFigure(
      matrixHeatMap({
        matrix: [
          [0, 0],
          [0, 0],
        ],
      }),
    );
    expectFigure(matrixHeatMap({ matrix: [[1e-30]] }));
    expectFigure(matrixHeatMap({ matrix: Array.from({ length: 3000 }, () => [1]), width: 240 }));
    expectFigure(matrixHeatMap({ matrix: [Array.from({ length: 3000 }, () => -1)], width: 4000 }));
  });

  it("refuses what is no matrix", () => {
    expect(() => matrixHeatMap({ matrix: [] })).toThrow(/at least one row/);
    expect(() => matrixHeatMap({ matrix: [[]] })).toThrow(/at least one row/);
    expect(() => matrixHeatMap({ matrix: [[1, 2], [3]] })).toThrow(/got 1 in row 1/);
    expect(() => matrixHeatMap({ matrix: [[Number.NaN]] })).toThrow(/finite/);
    expect(() => matrixHeatMap({ ...smallMatrix, width: 100 })).toThrow(/width/);
  });
});
