import type { KroneckerCertificate, KroneckerPrediction, KroneckerSketch } from "../../index.ts";
import { plainLedger } from "../documents/plain-ledger.ts";
import { rivalLedger } from "../documents/rival-ledger.ts";
import { rowTotals } from "../documents/row-totals.ts";
import type { SketchDocument } from "../documents/sketch-document.ts";

/** Everything that a finished sketch is printed from. */
export interface FinishedSketch {
  readonly head: Pick<SketchDocument, "version" | "seed" | "inputs" | "parameters">;
  readonly sketch: KroneckerSketch;
  readonly prediction: KroneckerPrediction;
  readonly certificate: KroneckerCertificate | null;
  readonly warnings: readonly string[];
}

/** The document of a finished sketch. The same run gives the same document: no times, no paths but those given. */
export function makeSketchDocument({
  head,
  sketch,
  prediction,
  certificate,
  warnings,
}: FinishedSketch): SketchDocument {
  const ledger = sketch.ledger.entries();
  const factors = sketch.plan.factors.map(({ name, rows }) => ({ oracle: name, rows }));
  const columns = sketch.plan.factors.reduce((product, factor) => product * factor.columns, 1);
  const deficient =
    certificate !== null && certificate.rank < columns
      ? [
          `the product has rank ${certificate.rank} of ${columns}: some columns depend on others; the guarantee holds on its row space.`,
        ]
      : [];
  return {
    schema: "kronket/sketch/1",
    ...head,
    result: {
      rows: sketch.rows.map(({ index, weight }) => ({ index: [...index], weight })),
      nonzeros: sketch.weights.length,
      draws: sketch.draws,
      keptAll: sketch.keptAll,
    },
    certificate: certificate === null ? null : { ...certificate },
    ledger: plainLedger(ledger),
    totals: rowTotals(
      ledger,
      factors.map(({ oracle }) => oracle),
    ),
    predicted: { ledger: plainLedger(prediction.ledger), nonzeros: prediction.nonzeros },
    rival: { ledger: rivalLedger(factors) },
    stages: sketch.factors.flatMap(({ name, reports }) =>
      reports.map(({ stage, level, size, kept }) => ({ oracle: name, stage, level, size, kept })),
    ),
    failureBudget: { ...sketch.plan.budget, stages: [...sketch.plan.budget.stages] },
    warnings: [...warnings, ...sketch.warnings, ...deficient],
  };
}
