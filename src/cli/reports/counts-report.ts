import type pc from "picocolors";
import { numberText, tableText } from "../../presentation/index.ts";
import type { RunDocument } from "../documents/run-document.ts";
import { circuitLine, counted, fileName, warningLines } from "./circuit-lines.ts";
import { shareBar } from "./share-bar.ts";

/** How many outcomes the report shows. */
const SHOWN = 32;

/** The counts of a run as text for a terminal, the most frequent first. */
export function countsReport(
  document: RunDocument,
  counts: Readonly<Record<string, number>>,
  colors: ReturnType<typeof pc.createColors>,
): string {
  const { inputs, parameters, seed, warnings } = document;
  const shots = parameters.shots ?? 0;
  const order = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const shown = order.slice(0, SHOWN);
  const rest = order.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0);
  const most = shown[0]?.[1] ?? 1;
  return [
    colors.bold(`Counts of ${fileName(inputs[0])}`),
    circuitLine(inputs[0], document),
    `  ${counted(shots, "shot")}, seed ${seed}${noiseText(parameters.noise)}`,
    "",
    tableText({
      columns: [
        { heading: "bits" },
        { heading: "count", numeric: true },
        { heading: "share", numeric: true },
        { heading: "" },
      ],
      rows: shown.map(([bits, count]) => ({
        cells: [bits, numberText(count), percent(count / shots), shareBar(count / most)],
      })),
    }),
    ...(order.length > SHOWN
      ? [
          `and ${counted(order.length - SHOWN, "other outcome")} with ${counted(rest, "shot")} (all of them with --json)`,
        ]
      : []),
    ...warningLines(warnings, colors.bold),
  ].join("\n");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function noiseText(noise: RunDocument["parameters"]["noise"]): string {
  if (noise === null) return "";
  const { depolarizing, amplitudeDamping, phaseDamping, readout } = noise;
  const parts = [
    ...(depolarizing > 0 ? [`depolarizing ${depolarizing}`] : []),
    ...(amplitudeDamping > 0 ? [`amplitude damping ${amplitudeDamping}`] : []),
    ...(phaseDamping > 0 ? [`phase damping ${phaseDamping}`] : []),
    ...(readout.p01 > 0 || readout.p10 > 0 ? [`readout error ${readout.p01}, ${readout.p10}`] : []),
  ];
  return parts.length === 0 ? ", no noise" : `; ${parts.join(", ")}`;
}
