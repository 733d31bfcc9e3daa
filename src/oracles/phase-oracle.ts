import type { SearchRegister } from "../simulator/search/search-register.ts";
import type { PreparationOracle } from "./preparation-oracle.ts";
import type { SearchOracle } from "./search-oracle.ts";

/** A search oracle that can also be diluted by an ancilla and be counted by phase estimation. */
export interface PhaseOracle extends SearchOracle {
  /** A register whose marked states are thinned out by an ancilla to a share in (0, 1] (see dilutedRegister). */
  prepareDiluted(share: number): SearchRegister;
  /**
   * The uniform superposition as a preparation: 𝒜 is a layer of Hadamard gates and costs nothing, Q costs one phase.
   * Holds for the marked set of this moment.
   */
  preparation(): PreparationOracle;
}
