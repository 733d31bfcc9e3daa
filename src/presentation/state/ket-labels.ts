/**
 * Writes the label of a basis state of some qubits: |0110⟩, the highest qubit first.
 *
 * @example ketLabel(3, 4) // "|0011⟩"
 */
export function ketLabel(state: number, qubits: number): string {
  return `|${state.toString(2).padStart(qubits, "0")}⟩`;
}

/**
 * The labels of all basis states for so many values: given ones, or kets where the number is a power of two, else numbers.
 *
 * Errors: RangeError when the labels are not as many as the values.
 */
export function stateLabels(
  name: string,
  count: number,
  labels: readonly string[] | undefined,
): (state: number) => string {
  if (labels !== undefined) {
    if (labels.length !== count) {
      throw new RangeError(
        `${name}: expected ${count} labels, one for each value, got ${labels.length}; leave them out for kets.`,
      );
    }
    return (state) => labels[state];
  }
  const qubits = Math.log2(count);
  return Number.isInteger(qubits) ? (state) => ketLabel(state, qubits) : (state) => String(state);
}

/** Cuts a label in its middle to at most so many signs. */
export function cutMiddle(label: string, most: number): string {
  const signs = [...label];
  if (signs.length <= most) return label;
  const kept = Math.max(2, most - 1);
  return `${signs.slice(0, Math.ceil(kept / 2)).join("")}…${signs.slice(signs.length - Math.floor(kept / 2)).join("")}`;
}
