import {
  approximateKronecker,
  Circuit,
  certifyKronecker,
  gaussianMatrix,
  groverSuccess,
  rowOracle,
  seededRandom,
  simulate,
  subspaceRegister,
} from "../../index.ts";

/** A check that really runs a part of kronket and compares it with what is known. */
export interface SelfTest {
  readonly name: string;
  /** Says in words what was found. Throws when it is not what it should be. */
  readonly run: () => string;
}

/** The checks of `kronket doctor`, from the ground up. */
export const selfTests: readonly SelfTest[] = [
  {
    name: "float64 arithmetic",
    run() {
      require(0.1 + 0.2 === 0.30000000000000004, "0.1 + 0.2 = 0.30000000000000004", `${0.1 + 0.2}`);
      require(2 ** 53 + 1 === 2 ** 53, "2^53 + 1 to round to 2^53", `${2 ** 53 + 1}`);
      const bytes = new Uint8Array(Float64Array.of(1).buffer);
      require(bytes[7] === 0x3f, "little-endian numbers", "another byte order");
      return "IEEE 754, round to even, little-endian";
    },
  },
  {
    name: "random stream",
    run() {
      const stream = seededRandom(7);
      const bits = Array.from({ length: 3 }, () => stream.bits32());
      require(bits.join() === "4072486034,3207501354,1136751108", "the known numbers of seed 7", bits.join());
      return "seed 7 gives its known numbers";
    },
  },
  {
    name: "Bell state",
    run() {
      const state = simulate(new Circuit(2).h(0).cx(0, 1));
      const probabilities = [...state.marginal([0, 1])];
      const error = Math.max(...[0.5, 0, 0, 0.5].map((p, k) => Math.abs(probabilities[k] - p)));
      require(error < 1e-15, "probabilities ½, 0, 0, ½", probabilities.join(", "));
      return state.ket();
    },
  },
  {
    name: "Grover search",
    run() {
      const register = subspaceRegister({ size: 1024, positions: Float64Array.of(3) });
      register.iterate(25);
      const [found, law] = [register.markedProbability(), groverSuccess(1024, 1, 25)];
      require(Math.abs(found - law) < 1e-12, `sin²(51θ) = ${law}`, `${found}`);
      return `25 iterations on 1024 items find 1 with probability ${found.toFixed(6)} = sin²(51θ)`;
    },
  },
  {
    name: "sketch with certificate",
    run() {
      const random = seededRandom(7);
      const factors = [
        gaussianMatrix({ rows: 1024, columns: 2 }, random.split("A1")),
        gaussianMatrix({ rows: 512, columns: 2 }, random.split("A2")),
      ];
      const sketch = approximateKronecker(
        factors.map((factor) => rowOracle(factor)),
        { epsilon: 0.9, delta: 0.2, constant: "practical", fallback: "never", random: random.split("run") },
      );
      const { lower, upper, holds } = certifyKronecker(factors, sketch);
      require(holds, "a certificate that holds", `${lower} … ${upper}`);
      const queries = sketch.ledger.total({ access: "quantum" });
      return `${sketch.weights.length} rows, ${lower.toFixed(3)} … ${upper.toFixed(3)}, ${queries} coherent row queries`;
    },
  },
];

function require(condition: boolean, expected: string, got: string): void {
  if (!condition) throw new Error(`expected ${expected}, got ${got}`);
}
