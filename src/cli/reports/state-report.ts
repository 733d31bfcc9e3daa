import type pc from "picocolors";
import { type StateVector, stateTable } from "../../index.ts";
import { tableText } from "../../presentation/index.ts";
import type { LoadedCircuit } from "../input/load-circuit.ts";
import { circuitLine, fileName, warningLines } from "./circuit-lines.ts";
import { shareBar } from "./share-bar.ts";

/** How many basis states the report shows. */
const SHOWN = 32;
/** Up to so many terms the state is written as a sum of kets too. */
const KETS = 8;

/** A state as text for a terminal: as a sum of kets where it is short, and as a table of the largest amplitudes. */
export function stateReport(
  { circuit, input, warnings }: LoadedCircuit,
  state: StateVector,
  colors: ReturnType<typeof pc.createColors>,
): string {
  const rows = stateTable(state, { order: "probability", rows: SHOWN + 1 });
  const shown = rows.slice(0, SHOWN);
  const sum = shown.reduce((total, { probability }) => total + probability, 0);
  return [
    colors.bold(`State of ${fileName(input)}, before its final measurements`),
    circuitLine(input, circuit),
    ...(rows.length <= KETS ? ["", `  ${state.ket()}`] : []),
    "",
    tableText({
      columns: [
        { heading: "state" },
        { heading: "amplitude", numeric: true },
        { heading: "probability", numeric: true },
        { heading: "phase", numeric: true },
        { heading: "" },
      ],
      rows: shown.map(({ ket, amplitude, probability, phase }) => ({
        cells: [
          ket,
          complexText(amplitude),
          probability.toFixed(6),
          `${phaseText(phase)} π`,
          shareBar(probability / shown[0].probability),
        ],
      })),
    }),
    ...(rows.length > SHOWN
      ? [`the largest ones; the others have probability ${Math.max(0, 1 - sum).toFixed(6)} together`]
      : []),
    ...warningLines(warnings, colors.bold),
  ].join("\n");
}

function complexText([re, im]: readonly [number, number]): string {
  const part = (value: number) => fixed(value, 6);
  return `${part(re)} ${im < 0 && part(im) !== "0.000000" ? "−" : "+"} ${part(Math.abs(im))}i`;
}

function phaseText(phase: number): string {
  return fixed(phase / Math.PI, 4);
}

function fixed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
