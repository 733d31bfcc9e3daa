import { heavyKeysFamily } from "./families/heavy-keys/heavy-keys-family.ts";
import { hiddenDigitsFamily } from "./families/hidden-digits/hidden-digits-family.ts";
import { hopfieldSampleFamily } from "./families/hopfield-sample/hopfield-sample-family.ts";
import { kroneckerSketchFamily } from "./families/kronecker-sketch/kronecker-sketch-family.ts";
import { matrixSketchFamily } from "./families/matrix-sketch/matrix-sketch-family.ts";
import { regressionFamily } from "./families/regression/regression-family.ts";
import { searchFamily } from "./families/search/search-family.ts";
import type { StudyFamily } from "./study-family.ts";

/** The families of problems that studies are made of. A new one is a record in families/ and one line here. */
export const studyFamilies: readonly StudyFamily[] = [
  heavyKeysFamily,
  hiddenDigitsFamily,
  hopfieldSampleFamily,
  kroneckerSketchFamily,
  matrixSketchFamily,
  regressionFamily,
  searchFamily,
];
