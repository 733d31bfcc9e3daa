import type { StudyParameter } from "../study-family.ts";
import { matrixKinds } from "./named-matrix.ts";

/** ε with the guarantee that it stands for. */
export function epsilonParameter(least: number, guarantee: string) {
  return {
    kind: "number",
    default: 0.5,
    least,
    most: 0.999,
    description: `accuracy: ${guarantee}`,
    symbol: "ε",
    inverse: true,
  } as const satisfies StudyParameter;
}

/** δ with its default and its range. */
export function deltaParameter(start: number, least: number, most: number) {
  return {
    kind: "number",
    default: start,
    least,
    most,
    description: "probability that the guarantee may fail",
    symbol: "δ",
    inverse: true,
  } as const satisfies StudyParameter;
}

/** The constant c of what the guarantee is proven for. */
export function constantParameter(of: string) {
  return {
    kind: "number",
    default: 3,
    least: 0.01,
    most: 100,
    description: `constant c of ${of}: 3 is proven, 1 is usual in practice`,
    symbol: "c",
  } as const satisfies StudyParameter;
}

/** The kind of matrix, with its default; `needle` says more of what a needle is. */
export function matrixParameter(start: (typeof matrixKinds)[number], needle = "") {
  return {
    kind: "choice",
    default: start,
    choices: matrixKinds,
    description: `blocks: d blocks of equal rows · needle: the same rows but for one row in each further direction${needle} · gaussian · ill-conditioned (1e8)`,
    symbol: "matrix",
  } as const satisfies StudyParameter;
}
