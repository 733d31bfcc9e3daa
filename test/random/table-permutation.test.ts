import { describe } from "vitest";
import { tablePermutation } from "../../src/random/table-permutation.ts";
import { itIsAKeyedPermutation } from "../support/permutation-law.ts";

describe("tablePermutation", () => {
  itIsAKeyedPermutation(tablePermutation);
});
