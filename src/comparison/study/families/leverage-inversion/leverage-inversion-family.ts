import { curvatureRows } from "../../../../applications/leverage-inversion/curvature-rows.ts";
import {
  halvedCurvature,
  sampledCurvature,
} from "../../../../applications/leverage-inversion/curvature-sketch.ts";
import { inversionProblem } from "../../../../applications/leverage-inversion/inversion-problem.ts";
import { leveragePoint } from "../../../../applications/leverage-inversion/leverage-point.ts";
import { plantedInversion } from "../../../../applications/leverage-inversion/planted-inversion.ts";
import { pointAround } from "../../../../applications/point-around.ts";
import { WorkCount } from "../../../../applications/work-count.ts";
import { Ledger } from "../../../../oracles/ledger.ts";
import { rowOracle } from "../../../../oracles/row-oracle.ts";
import { targetOracle } from "../../../../oracles/target-oracle.ts";
import { numberOf } from "../../setting.ts";
import { hessianSketchFamily, hessianSketchParameters } from "../hessian-sketch/hessian-sketch-family.ts";

/** Rows that the classical sample keeps for each column, about as many as a sketch by halving. */
const oversampling = 30;

/** One Hessian of the inversion of leverage scores, sketched by rows. */
export const leverageInversionFamily = hessianSketchFamily({
  name: "leverage-inversion",
  title: "One Hessian of the inversion of leverage scores",
  summary:
    "Near a planted x the rows √D_ii a_i of the diagonal Hessian are replaced by a short weighted list of them. Scores are needed first, so that each method makes two passes or two sketches.",
  parameters: hessianSketchParameters,
  oracle: "A",
  runs: 2,
  source: "arXiv:2404.13785",
  assumptions: ["Each row query is one row of A and one entry of b, which is counted apart."],
  remark:
    "Only the Hessian is sketched: the gradient is a sum over all n rows, so every step of the inversion reads all rows anyway. No quantum algorithm for the inversion itself is known to us. The errors of two sketches in a row compound: fewer queries here are not fewer for the accuracy of the classical sample.",
  instance(setting, random) {
    const [n, d] = [numberOf(setting, "n"), numberOf(setting, "d")];
    const planted = plantedInversion({ n, d, interior: true }, random);
    const x0 = pointAround(planted.truth, 0.1, random.split("start"));
    const problem = inversionProblem(planted);
    const pointOf = (ledger: Ledger) =>
      leveragePoint(
        {
          rows: rowOracle(planted.A, { name: "A", ledger }),
          offsets: targetOracle(planted.b, { name: "b", ledger }),
        },
        x0,
        new WorkCount(),
      );
    const point = pointOf(new Ledger());
    return {
      rows: curvatureRows(problem, point),
      halve: (how, stream, ledger) => halvedCurvature(problem, point, how, stream, ledger),
      sample: (stream, ledger) => sampledCurvature(problem, pointOf(ledger), { oversampling }, stream),
    };
  },
  defaultStudy: {
    family: "leverage-inversion",
    sweeps: [
      { vary: "n", values: [2 ** 12, 2 ** 14, 2 ** 16, 2 ** 17, 2 ** 18] },
      { vary: "d", values: [2, 3, 4], with: { n: 2 ** 17 } },
    ],
    seeds: [1, 2, 3],
    prices: [1, 1.5, 2, 10],
  },
});
