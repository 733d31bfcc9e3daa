import { blochVector, entropy, type StateVector, stateTable } from "../../../index.ts";
import {
  blochSpheres,
  numberText,
  phaseDisks,
  probabilityBars,
  type Table,
} from "../../../presentation/index.ts";
import type { CircuitView } from "./circuit-state.ts";

/** A way to look at a state: a drawing, and the same as numbers. A table alone has no drawing. */
export interface StateView {
  readonly svg: string | undefined;
  readonly table: Table;
}

/** The most basis states of a figure and of a table. */
const most = { disks: 64, bars: 32, rows: 256 };

/** Looks at a state in one of the ways of the circuit studio. */
export function viewOf(state: StateVector, view: Exclude<CircuitView, "samples">, width: number): StateView {
  const options = { width };
  switch (view) {
    case "disks":
      return {
        svg: phaseDisks({ amplitudes: state, most: Math.min(most.disks, state.size), ...options }),
        table: amplitudeTable(state),
      };
    case "probabilities":
      return {
        svg: probabilityBars({ probabilities: state.probabilities(), most: most.bars, ...options }),
        table: amplitudeTable(state),
      };
    case "bloch": {
      const vectors = Array.from({ length: state.qubits }, (_, qubit) => blochVector(state, qubit));
      return {
        svg: vectors.length === 0 ? undefined : blochSpheres({ vectors, ...options }),
        table: blochTable(vectors),
      };
    }
    case "entanglement":
      return { svg: undefined, table: entanglementTable(state) };
    default:
      return { svg: undefined, table: amplitudeTable(state) };
  }
}

/** Bit strings that were sampled, the most frequent first. */
export function samplesView(
  counts: Readonly<Record<string, number>>,
  shots: number,
  width: number,
): StateView {
  const rows = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const labels = rows.map(([bits]) => bits);
  const probabilities = rows.map(([, count]) => count / shots);
  const title = `Relative frequencies in ${shots} runs`;
  return {
    svg:
      rows.length === 0
        ? undefined
        : probabilityBars({ probabilities, labels, most: most.bars, width, title }),
    table: {
      columns: [{ heading: "bits" }, { heading: "runs (counted)", numeric: true }],
      rows: rows.slice(0, most.rows).map(([bits, count]) => ({ cells: [bits, numberText(count)] })),
    },
  };
}

function amplitudeTable(state: StateVector): Table {
  const rows = stateTable(state, {
    rows: most.rows,
    order: state.size > most.rows ? "probability" : "index",
  });
  return {
    columns: [
      { heading: "state" },
      { heading: "real part", numeric: true },
      { heading: "imaginary part", numeric: true },
      { heading: "probability", numeric: true },
      { heading: "phase / π", numeric: true },
    ],
    rows: rows.map(({ ket, amplitude: [re, im], probability, phase }) => ({
      cells: [ket, ...[re, im, probability, phase / Math.PI].map(exact)],
    })),
  };
}

function blochTable(vectors: readonly (readonly [number, number, number])[]): Table {
  return {
    columns: [
      { heading: "qubit" },
      ...["x", "y", "z", "length"].map((heading) => ({ heading, numeric: true })),
    ],
    rows: vectors.map((vector, qubit) => ({
      cells: [`q${qubit}`, ...[...vector, Math.hypot(...vector)].map(exact)],
    })),
  };
}

/** Each qubit against all others: 0 bits for a qubit on its own, 1 bit at most. */
function entanglementTable(state: StateVector): Table {
  return {
    columns: [
      { heading: "qubit" },
      { heading: "entropy of entanglement with all others, in bits", numeric: true },
    ],
    rows: Array.from({ length: state.qubits }, (_, qubit) => ({
      cells: [`q${qubit}`, exact(entropy(state.reducedDensity([qubit])))],
    })),
  };
}

/** Rounding noise below 1e-12 reads as 0. */
function exact(value: number): string {
  return numberText(Math.abs(value) < 1e-12 ? 0 : value, { style: "significant", digits: 6 });
}
