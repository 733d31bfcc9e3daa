import { blochVector, entropy, type StateVector, stateTable } from "../../../index.ts";
import {
  blochSpheres,
  numberText,
  phaseDisks,
  probabilityBars,
  type Table,
} from "../../../presentation/index.ts";
import type { CircuitView } from "./circuit-state.ts";
import { topStates } from "./top-states.ts";

/** A way to look at a state: a drawing, and the same as numbers. A table alone has no drawing. */
export interface StateView {
  readonly svg: string | undefined;
  readonly table: Table;
}

/** The most basis states of a figure and of a table. */
const most = { disks: 64, bars: 32, rows: 256 };

/** States of more amplitudes are looked at through their greatest ones only, so that they stay fluid. */
const large = 4096;

/** Looks at a state in one of the ways of the circuit studio. */
export function viewOf(state: StateVector, view: Exclude<CircuitView, "samples">, width: number): StateView {
  const options = { width };
  switch (view) {
    case "disks":
      return {
        svg: phaseDisks({ ...greatest(state, most.disks), most: most.disks, ...options }),
        table: amplitudeTable(state),
      };
    case "probabilities":
      return {
        svg: bars(state, options),
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

function bars(state: StateVector, options: { readonly width: number }): string {
  const { amplitudes, ...names } = greatest(state, most.bars);
  const probabilities = Array.from(amplitudes.re, (re, k) => re * re + amplitudes.im[k] * amplitudes.im[k]);
  return probabilityBars({ probabilities, ...names, most: most.bars, ...options });
}

/** All amplitudes of a state, or of a large one the greatest with their names and a title that says so. */
function greatest(state: StateVector, count: number) {
  if (state.size <= large) return { amplitudes: { re: state.re, im: state.im } };
  const states = topStates(state.re, state.im, count);
  return {
    amplitudes: { re: states.map((k) => state.re[k]), im: states.map((k) => state.im[k]) },
    labels: states.map((k) => ketOf(k, state.qubits)),
    title: `The ${states.length} most probable of ${numberText(state.size)} states`,
  };
}

function ketOf(state: number, qubits: number): string {
  return `|${state.toString(2).padStart(qubits, "0")}⟩`;
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
  const rows =
    state.size <= most.rows ? stateTable(state) : topStates(state.re, state.im, most.rows).map(row);
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

  function row(index: number) {
    const [re, im] = [state.re[index], state.im[index]];
    const amplitude = [re, im] as const;
    return {
      ket: ketOf(index, state.qubits),
      amplitude,
      probability: re * re + im * im,
      phase: Math.atan2(im + 0, re + 0),
    };
  }
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
