/** What a table look-up needs: see LookupOperation. */
export interface LookupOptions {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly table: ArrayLike<number>;
  readonly label?: string;
}

/** What a phase oracle needs: see PhaseOracleOperation. A predicate is evaluated on every state at once. */
export interface PhaseOracleOptions {
  readonly qubits: readonly number[];
  readonly marked: Iterable<number> | ((state: number) => boolean);
  /** The phase of the marked states (default π, a sign). */
  readonly phase?: number;
  readonly label?: string;
}

/** The marked states of some qubits in ascending order, from a list or a predicate. */
export function markedStates({ qubits, marked }: PhaseOracleOptions): Uint32Array {
  const states = typeof marked === "function" ? statesWhere(marked, 2 ** qubits.length) : [...marked];
  states.sort((a, b) => a - b);
  return toUint32("phaseOracle", states);
}

/** A table of whole numbers as they are stored. Errors: RangeError for what is no whole number from 0 to 2^32 − 1. */
export function toUint32(subject: string, values: ArrayLike<number>): Uint32Array {
  const result = Uint32Array.from(values);
  result.forEach((value, k) => {
    if (value !== values[k]) {
      throw new RangeError(
        `${subject}: expected whole numbers from 0 to 2^32 − 1, got ${values[k]} at ${k}; check the table.`,
      );
    }
  });
  return result;
}

function statesWhere(isMarked: (state: number) => boolean, size: number): number[] {
  const states: number[] = [];
  for (let state = 0; state < size; state++) if (isMarked(state)) states.push(state);
  return states;
}
