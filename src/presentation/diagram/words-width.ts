import { textWidth } from "../svg/text-width.ts";

/** How wide the words of a diagram are in SVG units; mathematical signs are wider than letters, brackets than commas. */
export function wordsWidth(text: string, size: number): number {
  const signs = text.match(/[=<>≤≥≠+−×±¬⊕∧∨⟨⟩√†%&]/g)?.length ?? 0;
  const brackets = text.match(/[[\](){}|\\]/g)?.length ?? 0;
  return textWidth(text, size) + (signs * 0.26 + brackets * 0.06) * size;
}
