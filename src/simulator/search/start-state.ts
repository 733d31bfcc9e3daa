/** Throws a RangeError unless real start amplitudes have a given length, are finite and are normalised to 1e-9. */
export function requireStart(subject: string, start: Float64Array, size: number): void {
  if (start.length !== size) {
    throw new RangeError(
      `${subject}: expected ${size} start amplitudes, got ${start.length}; pass one for each basis state.`,
    );
  }
  let norm = 0;
  for (const amplitude of start) norm += amplitude * amplitude;
  if (!(Math.abs(norm - 1) <= 1e-9)) {
    throw new RangeError(
      `${subject}: expected start amplitudes with a squared sum of 1, got ${norm}; normalise them.`,
    );
  }
}

const blockLength = 1024;

/** The squared start amplitudes of the unmarked states, summed in blocks so that a draw looks at one block only. */
export class UnmarkedMass {
  readonly total: number;
  readonly #start: Float64Array;
  readonly #positions: Float64Array;
  /** Running sums at the end of each block. */
  readonly #sums: Float64Array;

  constructor(start: Float64Array, positions: Float64Array) {
    this.#start = start;
    this.#positions = positions;
    this.#sums = new Float64Array(Math.ceil(start.length / blockLength));
    let sum = 0;
    for (let block = 0; block < this.#sums.length; block++) {
      this.#scan(block, (mass) => {
        sum += mass;
        return false;
      });
      this.#sums[block] = sum;
    }
    this.total = sum;
  }

  /** The unmarked position whose stretch of the running sum contains `choice` (in [0, 1)) of the total. */
  at(choice: number): number {
    const target = choice * this.total;
    let block = 0;
    let high = this.#sums.length - 1;
    while (block < high) {
      const middle = (block + high) >>> 1;
      if (this.#sums[middle] <= target) block = middle + 1;
      else high = middle;
    }
    let sum = block === 0 ? 0 : this.#sums[block - 1];
    let last = -1;
    this.#scan(block, (mass, position) => {
      sum += mass;
      if (mass > 0) last = position;
      return mass > 0 && sum > target;
    });
    return last;
  }

  /** Visits the unmarked states of a block in order until the visitor says stop. */
  #scan(block: number, stop: (mass: number, position: number) => boolean): void {
    const end = Math.min(this.#start.length, (block + 1) * blockLength);
    const begin = block * blockLength;
    let next = 0;
    // First marked position that is not below the block.
    let high = this.#positions.length;
    while (next < high) {
      const middle = (next + high) >>> 1;
      if (this.#positions[middle] < begin) next = middle + 1;
      else high = middle;
    }
    for (let x = begin; x < end; x++) {
      if (this.#positions[next] === x) next++;
      else if (stop(this.#start[x] * this.#start[x], x)) return;
    }
  }
}
