import type { SegmentKind } from "./bill-segments.ts";
import { palette } from "./palette.ts";

/** How each kind of segment is called. */
export const segmentWords: Readonly<Record<SegmentKind, string>> = {
  coherent: "coherent queries",
  check: "checks",
  read: "reads",
};

/** The colour of a segment. */
export function segmentTone(role: "quantum" | "classical", kind: SegmentKind): string {
  if (role === "classical") return kind === "check" ? palette.classicalSoft.light : palette.classical.light;
  if (kind === "coherent") return palette.quantum.light;
  return kind === "check" ? palette.quantumSoft.light : palette.quantumPale.light;
}

/** The colour of words on a segment. */
export function segmentInk(role: "quantum" | "classical", kind: SegmentKind): string {
  const dark = role === "classical" ? kind !== "check" : kind === "coherent";
  return dark ? palette.paper.light : palette.ink.light;
}
