import { acceleratedSgdFamily } from "./families/accelerated-sgd/accelerated-sgd-family.ts";
import { attentionGradientFamily } from "./families/attention-gradient/attention-gradient-family.ts";
import { heavyKeysFamily } from "./families/heavy-keys/heavy-keys-family.ts";
import { hiddenDigitsFamily } from "./families/hidden-digits/hidden-digits-family.ts";
import { hopfieldSampleFamily } from "./families/hopfield-sample/hopfield-sample-family.ts";
import { kroneckerSketchFamily } from "./families/kronecker-sketch/kronecker-sketch-family.ts";
import { leverageInversionFamily } from "./families/leverage-inversion/leverage-inversion-family.ts";
import { matrixSketchFamily } from "./families/matrix-sketch/matrix-sketch-family.ts";
import { regressionFamily } from "./families/regression/regression-family.ts";
import { searchFamily } from "./families/search/search-family.ts";
import { softmaxKernelFamily } from "./families/softmax-kernel/softmax-kernel-family.ts";
import { streamingAttentionFamily } from "./families/streaming-attention/streaming-attention-family.ts";
import { twoLayerNewtonFamily } from "./families/two-layer-newton/two-layer-newton-family.ts";
import type { StudyFamily } from "./study-family.ts";

/** The families of problems that studies are made of. A new one is a record in families/ and one line here. */
export const studyFamilies: readonly StudyFamily[] = [
  acceleratedSgdFamily,
  attentionGradientFamily,
  heavyKeysFamily,
  hiddenDigitsFamily,
  hopfieldSampleFamily,
  kroneckerSketchFamily,
  leverageInversionFamily,
  matrixSketchFamily,
  regressionFamily,
  searchFamily,
  softmaxKernelFamily,
  streamingAttentionFamily,
  twoLayerNewtonFamily,
];
