import {
  approximateKronecker,
  bSplineBasis,
  certifyKronecker,
  DenseMatrix,
  kroneckerApply,
  leastSquares,
  rowOracle,
  seededRandom,
  sketchedRegression,
} from "../src/index.ts";
import {
  bothWidths,
  numberText,
  type ReportSection,
  surfacePanels,
  surfaceTable,
} from "../src/presentation/index.ts";
import { elevation } from "./data/elevation.ts";

const pieces = [6, 8] as const;
const draws = 2400;

/**
 * Fits the elevation of a volcano by a tensor-product B-spline, once with all heights and once through the sketch.
 */
export function elevationSurface(seed: number): ReportSection {
  const { matrix: heights, unit, cell, source } = elevation();
  const { rows, columns } = heights;
  const bases = [
    bSplineBasis({ points: rows, degree: 3, pieces: pieces[0] }),
    bSplineBasis({ points: columns, degree: 3, pieces: pieces[1] }),
  ];
  const dimension = bases[0].columns * bases[1].columns;
  const random = seededRandom(seed).split("elevation");
  const options = { epsilon: 0.5, delta: 0.05 } as const;
  const sketch = approximateKronecker(
    bases.map((basis) => rowOracle(basis)),
    { ...options, draws, random },
  );
  const certificate = certifyKronecker(bases, sketch);
  const solved = sketchedRegression(sketch, ([i, j]) => heights.at(i, j));
  const sketched = kroneckerApply(bases, solved.coefficients);
  const full = kroneckerApply(bases, fullFit(bases, heights));
  const residual = heights.data.map((height, e) => height - sketched[e]);
  const root = (values: Float64Array) =>
    Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  const [best, reached] = [root(heights.data.map((height, e) => height - full[e])), root(residual)];
  const panels = {
    rows,
    columns,
    unit,
    quantity: "height",
    cell,
    title: "Maunga Whau, fitted through the sketch",
    panels: [
      {
        name: "Original",
        values: heights.data,
        scale: "value",
        note: `${numberText(rows * columns)} heights`,
      },
      {
        name: "Fit to all heights",
        values: full,
        scale: "value",
        note: `root-mean-square residual ${best.toFixed(2)} ${unit}`,
      },
      {
        name: "Fit through the sketch",
        values: sketched,
        scale: "value",
        note: `${numberText(solved.entriesRead)} heights read (dots), residual ${reached.toFixed(2)} ${unit}`,
        samples: sketch.rows.map(({ index }) => ({ row: index[0], column: index[1] })),
      },
      {
        name: "Original − sketched fit",
        values: residual,
        scale: "difference",
        note: `largest ${Math.max(...residual.map(Math.abs)).toFixed(1)} ${unit}`,
      },
    ],
  } as const;
  return {
    heading: "A volcano through its sketch",
    paragraphs: [
      `A tensor-product cubic B-spline with ${bases[0].columns} × ${bases[1].columns} = ${dimension} coefficients is fitted to the ${rows} × ${columns} grid of ${source.title}. The design matrix is A₁ ⊗ A₂, one row per height; it is never expanded. The sketch keeps ${numberText(sketch.weights.length)} of its ${numberText(rows * columns)} rows, and only their heights are read.`,
      `The fit through the sketch has a residual ${numberText((reached / best - 1) * 100, { style: "significant", digits: 2 })} % above the best possible one.`,
      `**Where the quantum count loses:** with ${rows} and ${columns} rows the factors are far below the size from which searching pays, so the algorithm reads both of them completely: ${numberText(sketch.ledger.total())} row reads, no coherent query. And the guarantee for ε = ${options.epsilon} would need more draws than the grid has heights: here ${numberText(draws)} were drawn as a budget, and the certificate tells what they are worth: every direction keeps between ${certificate.lower.toFixed(2)} and ${certificate.upper.toFixed(2)} of its squared length, ${certificate.holds ? "within" : "outside"} 1 ± ${options.epsilon}.`,
      ...sketch.warnings.map((warning) => `Note: ${warning}`),
    ],
    figures: [
      {
        svg: bothWidths(surfacePanels, panels),
        caption:
          "Heights as filled contours. Dots mark the grid points whose heights the sketched fit has seen; the last panel shows what it misses.",
        table: surfaceTable(panels),
      },
    ],
  };
}

/** The best coefficients with all heights, X = A₁⁺ H (A₂⁺)ᵀ, one factor at a time. */
function fullFit(bases: readonly DenseMatrix[], heights: DenseMatrix): Float64Array {
  const [first, second] = bases;
  const half = new DenseMatrix(
    first.columns,
    heights.columns,
    new Float64Array(first.columns * heights.columns),
  );
  for (let j = 0; j < heights.columns; j++) {
    const column = Float64Array.from({ length: heights.rows }, (_, i) => heights.at(i, j));
    leastSquares(first, column).coefficients.forEach((value, k) => {
      half.data[k * heights.columns + j] = value;
    });
  }
  const coefficients = new Float64Array(first.columns * second.columns);
  for (let k = 0; k < first.columns; k++) {
    coefficients.set(leastSquares(second, half.row(k).slice()).coefficients, k * second.columns);
  }
  return coefficients;
}
