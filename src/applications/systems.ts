import { acceleratedSgd } from "./accelerated-sgd/accelerated-sgd.ts";
import { softmaxAttentionGradient } from "./attention-gradient/softmax-attention-gradient.ts";
import { gaussianAttention } from "./attention-sparsity/gaussian-attention.ts";
import { hopfieldMemories } from "./hopfield/hopfield-memories.ts";
import { leverageInversion } from "./leverage-inversion/leverage-inversion.ts";
import { modularAddition } from "./modular-addition/modular-addition.ts";
import { softmaxTangentKernel } from "./softmax-kernel/softmax-tangent-kernel.ts";
import { onePassAttention } from "./streaming-attention/one-pass-attention.ts";
import type { AnySystem } from "./system.ts";
import { twoLayerNewton } from "./two-layer-newton/two-layer-newton.ts";

/** The further systems, in the order of their names. A new one is a folder here and one line in this list. */
export const systems: readonly AnySystem[] = [
  acceleratedSgd,
  softmaxAttentionGradient,
  gaussianAttention,
  hopfieldMemories,
  leverageInversion,
  modularAddition,
  softmaxTangentKernel,
  onePassAttention,
  twoLayerNewton,
];
