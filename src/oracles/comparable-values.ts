import type { SearchRegister } from "../simulator/search/search-register.ts";
import type { MarkedValues, ValueOracle } from "./value-oracle.ts";

/** Values beyond a threshold as maximum finding uses them: a register to search, a check, and the value found. */
export interface ValuesBeyond extends Pick<MarkedValues, "check" | "found"> {
  prepare(): Pick<SearchRegister, "reset" | "iterate" | "measure">;
}

/**
 * N numbers behind an oracle that can be read and compared with thresholds: as much as maximum finding needs.
 *
 * A ValueOracle is one; values that come in a few classes (see classValues) are one at any size.
 */
export interface ComparableValues extends Pick<ValueOracle, "size" | "read"> {
  above(threshold: number): ValuesBeyond;
  below(threshold: number): ValuesBeyond;
}
