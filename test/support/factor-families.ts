import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { identityMatrix } from "../../src/matrix/generators/identity-matrix.ts";
import { illConditionedMatrix } from "../../src/matrix/generators/ill-conditioned-matrix.ts";
import { mixColumns } from "../../src/matrix/generators/mix-columns.ts";
import { needleMatrix } from "../../src/matrix/generators/needle-matrix.ts";
import { rankDeficientMatrix } from "../../src/matrix/generators/rank-deficient-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { rowClasses } from "../../src/matrix/generators/row-classes.ts";
import { withZeroRows } from "../../src/matrix/generators/with-zero-rows.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import type { RowClassMatrix } from "../../src/matrix/row-class-matrix.ts";
import type { RandomStream } from "../../src/random/random-stream.ts";

/** Factors of one kind: small ones that are cheapest to read, and a tall one that is cheaper to search. */
export interface FactorFamily {
  readonly name: string;
  /** Dense factors of a few hundred rows, of different shapes. */
  readonly small: (random: RandomStream) => readonly RealMatrix[];
  /** A row-class factor of about 2^26 rows and a small dense one. */
  readonly tall: (random: RandomStream) => readonly RealMatrix[];
}

/** All the rows of a dense matrix, each in so many copies. */
export function inCopies(matrix: DenseMatrix, copies: number): RowClassMatrix {
  return rowClasses(
    Array.from({ length: matrix.rows }, () => copies),
    Array.from({ length: matrix.rows }, (_, i) => matrix.row(i)),
  );
}

const gaussian = (rows: number, columns: number, random: RandomStream) =>
  gaussianMatrix({ rows, columns }, random);

const short = (random: RandomStream) => gaussian(45, 1, random.split("short"));

/** The kinds of input that a sampler may fail on. */
export const factorFamilies: readonly FactorFamily[] = [
  {
    name: "Gaussian",
    small: (random) => [gaussian(60, 2, random.split("first")), gaussian(45, 1, random.split("second"))],
    tall: (random) => [inCopies(gaussian(8, 2, random.split("first")), 2 ** 23), short(random)],
  },
  {
    name: "needle",
    small: (random) => [
      needleMatrix({ rows: 90 }, random.split("first")),
      gaussian(60, 1, random.split("second")),
    ],
    tall: (random) => [
      needleMatrix({ rows: 2 ** 26, form: "row-class" }, random.split("first")),
      short(random),
    ],
  },
  {
    name: "ill-conditioned",
    small: (random) => [
      illConditionedMatrix({ rows: 150, columns: 2, condition: 1e8 }, random.split("first")),
      illConditionedMatrix({ rows: 70, columns: 3, condition: 1e8 }, random.split("second")),
    ],
    tall: (random) => [
      mixColumns(
        replicatedBasisMatrix({ counts: [2 ** 26 - 1000, 1000] }),
        { condition: 1e8 },
        random.split("first"),
      ),
      short(random),
    ],
  },
  {
    name: "rank-deficient",
    small: (random) => [
      rankDeficientMatrix({ rows: 100, columns: 3, rank: 1 }, random.split("first")),
      rankDeficientMatrix({ rows: 50, columns: 4, rank: 2 }, random.split("second")),
    ],
    tall: (random) => [
      inCopies(rankDeficientMatrix({ rows: 8, columns: 3, rank: 1 }, random.split("first")), 2 ** 23),
      rankDeficientMatrix({ rows: 40, columns: 2, rank: 1 }, random.split("second")),
    ],
  },
  {
    name: "with rows of zeros",
    small: (random) => [
      withZeroRows(gaussian(60, 2, random.split("first")), { count: 60 }, random.split("zeros")),
      withZeroRows(gaussian(40, 1, random.split("second")), { count: 30 }, random.split("more zeros")),
    ],
    tall: (random) => [
      withZeroRows(replicatedBasisMatrix({ counts: [9, 2 ** 20] }), { count: 2 ** 26 }, random),
      short(random),
    ],
  },
  {
    name: "identity",
    small: (random) => [identityMatrix({ size: 3 }), gaussian(1100, 1, random.split("second"))],
    // The rows of an identity hidden among rows of zeros: all of them must be found.
    tall: (random) => [
      withZeroRows(inCopies(identityMatrix({ size: 5 }), 1), { count: 2 ** 26 }, random),
      gaussian(2000, 1, random.split("second")),
    ],
  },
  {
    name: "replicated basis",
    small: () => [
      dense(replicatedBasisMatrix({ counts: [80, 3] })),
      dense(replicatedBasisMatrix({ counts: [50] })),
    ],
    tall: (random) => [replicatedBasisMatrix({ counts: [2 ** 26 - 70, 67, 3] }), short(random)],
  },
];

function dense(matrix: RowClassMatrix): DenseMatrix {
  const data = matrix.classes.flatMap(({ count, row }) =>
    Array.from({ length: count }, () => [...row]).flat(),
  );
  return new DenseMatrix(matrix.rows, matrix.columns, Float64Array.from(data));
}
