// Circuits.
export { circuitLayout } from "./diagram/circuit-layout.ts";
export { circuitQuantikz } from "./diagram/circuit-quantikz.ts";
export {
  type CircuitDrawing,
  type CircuitSvgOptions,
  circuitDrawing,
  circuitSvg,
  type DrawnGridLine,
} from "./diagram/circuit-svg.ts";
export { type CircuitTextOptions, circuitText } from "./diagram/circuit-text.ts";
export type {
  CircuitLayout,
  DiagramOptions,
  LayoutCell,
  LayoutControl,
  LayoutFrame,
  LayoutRead,
  LayoutRow,
  LayoutSymbol,
} from "./diagram/layout-types.ts";
// Documents: what a run came to, as JSON.
export { jsonText } from "./documents/json-text.ts";
export { plainLedger } from "./documents/plain-ledger.ts";
export { type SystemRun, systemDocument } from "./documents/system-document.ts";
// Texts for numbers.
export { bytesText } from "./format/bytes-text.ts";
export { durationText } from "./format/duration-text.ts";
export { escapeText } from "./format/escape-text.ts";
export { inlineMarkup } from "./format/inline-markup.ts";
export { type NumberStyle, numberText, raised } from "./format/number-text.ts";
// One page.
export { bothWidths } from "./report/both-widths.ts";
export {
  type FigureSvg,
  type Report,
  type ReportFigure,
  type ReportHighlight,
  type ReportSection,
  reportPage,
} from "./report/report-page.ts";
export { withUniqueIds } from "./report/unique-ids.ts";
// States: plain numbers to an SVG string.
export { type BlochSpheres, blochSpheres } from "./state/bloch-spheres.ts";
export { type MatrixHeatMap, matrixHeatMap } from "./state/matrix-heat-map.ts";
export { type PhaseDisks, phaseDisks } from "./state/phase-disks.ts";
export { type ProbabilityBars, probabilityBars } from "./state/probability-bars.ts";
export type { StateFigure } from "./state/state-figure.ts";
// Studies: what they found in words, figures and tables.
export { type Finding, studyConclusion, sweepFigure } from "./study/study-conclusion.ts";
export {
  billFigure,
  errorFigure,
  mapFigure,
  type SweepChart,
  sweepChart,
} from "./study/study-figures.ts";
export { type StudyReportData, studyReport } from "./study/study-report.ts";
export {
  accountTable,
  breakEvenTable,
  contestTable,
  crossingText,
  crossoverTable,
  fitTable,
  mapTable,
  sweepTable,
} from "./study/study-tables.ts";
export { settingWords, valueText } from "./study/study-words.ts";
// Figures: plain data to an SVG string.
export { type BillByStage, type BillSide, billByStage } from "./svg/bill-by-stage.ts";
export { type CrossoverAxis, type CrossoverMapFigure, crossoverMap } from "./svg/crossover-map.ts";
export { type CertificateGroup, type ErrorBudget, errorBudget } from "./svg/error-budget.ts";
export { type GrowthChart, type GrowthSeries, growthChart } from "./svg/growth-chart.ts";
export { type PaletteOptions, paletteStyle, type Role } from "./svg/palette.ts";
export { type QueriesAgainstSize, type QuerySeries, queriesAgainstSize } from "./svg/queries-against-size.ts";
export { type SpectrumBars, spectrumBars } from "./svg/spectrum-bars.ts";
export { type SurfacePanel, type SurfacePanels, surfacePanels } from "./svg/surface-panels.ts";
export { type FigureTheme, themedFigure } from "./svg/themed-figure.ts";
export { type WeightsMap, weightsMap } from "./svg/weights-map.ts";
// Tables: of bills, and of the numbers behind each figure.
export { billTable } from "./tables/bill-table.ts";
export { certificateTable } from "./tables/certificate-table.ts";
export { growthTable } from "./tables/growth-table.ts";
export { pairsTable } from "./tables/pairs-table.ts";
export { queriesTable } from "./tables/queries-table.ts";
export { spectrumTable } from "./tables/spectrum-table.ts";
export { surfaceTable } from "./tables/surface-table.ts";
export type { Column, Table, TableRow } from "./tables/table.ts";
export { tableHtml } from "./tables/table-html.ts";
export { tableText } from "./tables/table-text.ts";
// Figures as Vega-Lite specifications, for other tools.
export { vegaBillByStage } from "./vega/vega-bill-by-stage.ts";
export { type VegaLite, vegaCertificates, vegaCrossoverMap, vegaSeries } from "./vega/vega-lite.ts";
