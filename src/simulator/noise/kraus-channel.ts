import {
  adjoint,
  type ComplexMatrix,
  identityMatrix,
  multiply,
  zeroMatrix,
} from "../../circuit/complex-matrix.ts";

/**
 * A quantum channel ρ → Σ_k K_k ρ K_k† on a few qubits, as plain data.
 *
 * Bit j of a row number of K belongs to the j-th of the qubits that the channel is applied to.
 */
export interface KrausChannel {
  /** What it is called in messages. */
  readonly name: string;
  readonly qubits: number;
  readonly operators: readonly ComplexMatrix[];
  /** K_k† K_k: the mean of it is the probability of outcome k. They sum to the identity. */
  readonly effects: readonly ComplexMatrix[];
  /** The probability of each outcome where it is the same for every state, as of a mixture of unitaries. */
  readonly probabilities: readonly number[] | undefined;
}

/** Most qubits of a channel that is given by its operators. */
const widest = 4;

/**
 * Makes a channel from its Kraus operators.
 *
 * Errors: RangeError for operators that are not square of one size 2^k, k ≤ 4, finite, and Σ K†K = 1 to 1e-9.
 *
 * @example krausChannel("dephasing", [complexMatrix([[1, 0], [0, 0]]), complexMatrix([[0, 0], [0, 1]])])
 */
export function krausChannel(name: string, operators: readonly ComplexMatrix[]): KrausChannel {
  const size = operators[0]?.size ?? 0;
  const qubits = Math.log2(size);
  if (!Number.isInteger(qubits) || qubits < 1 || qubits > widest) {
    throw new RangeError(
      `krausChannel: expected Kraus operators of 2^k rows for 1 to ${widest} qubits, got ${size} rows in ${name}; list the operators.`,
    );
  }
  for (const operator of operators) {
    if (operator.size !== size) {
      throw new RangeError(
        `krausChannel: expected operators of ${size} rows, got one of ${operator.size} in ${name}; give them one size.`,
      );
    }
  }
  const effects = operators.map((operator) => multiply(adjoint(operator), operator));
  const sum = zeroMatrix(size);
  for (const effect of effects) {
    for (let k = 0; k < sum.re.length; k++) {
      sum.re[k] += effect.re[k];
      sum.im[k] += effect.im[k];
    }
  }
  const defect = largestEntry(sum, identityMatrix(size), 1);
  if (!(defect <= 1e-9)) {
    throw new RangeError(
      `krausChannel: expected operators with Σ K†K = 1, got ${name} that misses it by ${defect}; add the operators that are missing.`,
    );
  }
  return { name, qubits, operators, effects, probabilities: fixedProbabilities(effects) };
}

/** Whether outcome k leaves every state as it is, up to its length and phase. */
export function isIdentity({ operators }: KrausChannel, k: number): boolean {
  const operator = operators[k];
  const { size } = operator;
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      const at = r * size + c;
      const [re, im] = r === c ? [operator.re[0], operator.im[0]] : [0, 0];
      if (operator.re[at] !== re || operator.im[at] !== im) return false;
    }
  }
  return true;
}

/** p_k where K_k† K_k = p_k · 1 for every k, to rounding. */
function fixedProbabilities(effects: readonly ComplexMatrix[]): readonly number[] | undefined {
  const unit = identityMatrix(effects[0].size);
  if (effects.some((effect) => largestEntry(effect, unit, effect.re[0]) > 1e-15)) return undefined;
  return effects.map((effect) => effect.re[0]);
}

/** The largest entry of |a − factor·b|; NaN if there is one. */
function largestEntry(a: ComplexMatrix, b: ComplexMatrix, factor: number): number {
  let largest = 0;
  for (let k = 0; k < a.re.length; k++) {
    largest = Math.max(largest, Math.hypot(a.re[k] - factor * b.re[k], a.im[k] - factor * b.im[k]));
  }
  return largest;
}
