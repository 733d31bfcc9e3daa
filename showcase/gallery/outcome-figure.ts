import type { Expectation } from "../../circuits/program.ts";
import { bitLaw } from "../../circuits/support/bit-law.ts";
import type { Comparison } from "../../circuits/support/comparison.ts";
import { type Circuit, seededRandom } from "../../src/index.ts";
import { matrixHeatMap, phaseDisks, probabilityBars } from "../../src/presentation/index.ts";

/** A picture at two widths, and what it shows. */
export interface OutcomeFigure {
  readonly svg: { readonly wide: string; readonly narrow: string };
  readonly caption: string;
}

/** Most bars or disks of a picture. */
const most = 16;

/** Draws what a program ends with, as its first expectation sees it. */
export function outcomeFigure(
  circuit: Circuit,
  expectation: Expectation,
  { entries, shots }: Comparison,
): OutcomeFigure | undefined {
  const labels = entries.map(({ label }) => label);
  const expected = entries.map((entry) => entry.expected);
  const obtained = entries.map((entry) => entry.obtained);
  const probability = ([re]: readonly [number, number]) => Math.min(1, Math.max(0, re));
  switch (expectation.kind) {
    case "state": {
      if (expectation.rowQubits !== undefined) {
        const columns = entries.length / 2 ** expectation.rowQubits;
        const matrix = Array.from({ length: 2 ** expectation.rowQubits }, (_, i) =>
          obtained.slice(i * columns, (i + 1) * columns).map(([re]) => cleaned(re)),
        );
        return {
          svg: besideTable(matrixHeatMap, { matrix, title: "The amplitudes as a matrix" }),
          caption: "The amplitudes, laid out as the matrix.",
        };
      }
      const kept = entries.filter((entry) =>
        [...entry.expected, ...entry.obtained].some((x) => cleaned(x) !== 0),
      );
      return {
        svg: besideTable(phaseDisks, {
          amplitudes: {
            re: kept.map((entry) => cleaned(entry.obtained[0])),
            im: kept.map((entry) => cleaned(entry.obtained[1])),
          },
          labels: kept.map(({ label }) => label),
          most,
          title: "Amplitudes",
        }),
        caption: "The amplitudes that are not 0: size of the disk for the modulus, hand for the phase.",
      };
    }
    case "counts": {
      const probabilities = (shots === undefined ? obtained : expected).map(probability);
      const measured = shots === undefined ? {} : { measured: obtained.map(probability) };
      return {
        svg: besideTable(probabilityBars, {
          probabilities,
          ...measured,
          labels,
          most,
          title: "Probabilities of the classical bits",
        }),
        caption:
          shots === undefined
            ? "Probabilities of the classical bits, bit 0 rightmost."
            : `Bars: the expected law of the classical bits. Rings: what was seen in ${shots} runs.`,
      };
    }
    case "mean":
    case "most likely": {
      const { bits, probabilities } = bitLaw(circuit, { shots: 1024, random: seededRandom(1) });
      return {
        svg: besideTable(probabilityBars, {
          probabilities: probabilities.map((value) => probability([value, 0])),
          labels: Array.from(probabilities, (_, k) => k.toString(2).padStart(bits, "0")),
          most,
          title: "Probabilities of the classical bits",
        }),
        caption: "Probabilities of the classical bits, bit 0 rightmost.",
      };
    }
    case "spectrum":
      return {
        svg: besideTable(probabilityBars, {
          probabilities: obtained.map(probability),
          labels,
          most,
          title: "Eigenvalues of the reduced state",
        }),
        caption: "Eigenvalues of the reduced state: squares of the Schmidt coefficients.",
      };
    case "block": {
      const columns = expectation.matrix[0].length;
      const matrix = expectation.matrix.map((_, i) =>
        obtained.slice(i * columns, (i + 1) * columns).map(([re]) => cleaned(re)),
      );
      return {
        svg: besideTable(matrixHeatMap, { matrix, label: "entry", title: "The encoded block" }),
        caption: "The block that the circuit encodes.",
      };
    }
    case "map":
      return undefined;
  }
}

/** Rounding may leave a value a little outside [−1, 1], or a little beside 0. */
function cleaned(value: number): number {
  return Math.abs(value) < 5e-13 ? 0 : Math.max(-1, Math.min(1, value));
}

/** Draws twice: for the column beside a table, and for a phone. */
function besideTable<Data extends { readonly width?: number }>(
  draw: (data: Data) => string,
  data: Omit<Data, "width">,
): OutcomeFigure["svg"] {
  return { wide: draw({ ...data, width: 400 } as Data), narrow: draw({ ...data, width: 296 } as Data) };
}
