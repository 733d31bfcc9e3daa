import { escapeText } from "./escape-text.ts";

/**
 * Turns a line of text with a little markup into safe HTML. Everything else is escaped.
 *
 * | written | shown |
 * |---|---|
 * | `*word*` | emphasis |
 * | `**word**` | strong |
 * | `` `code` `` | code, nothing inside is markup |
 * | `x_{i}`, `n^{2}` | subscript, superscript |
 * | `[text](https://…)` or `[text](#anchor)` | link; other addresses stay plain text |
 * | `\*` | the sign itself |
 *
 * A star counts only next to a word on its inner side, so `a * b` stays as it is. Marks without an end stay text.
 *
 * @example inlineMarkup("about *√n* queries, n = 2^{20}") // "about <em>√n</em> queries, n = 2<sup>20</sup>"
 */
export function inlineMarkup(text: string): string {
  const pattern =
    /\\([\\*`_^[\]{}])|`([^`]+)`|\*\*(?=\S)((?:[^*\\]|\\.)+?)(?<=\S)\*\*|\*(?=\S)((?:[^*\\]|\\.)+?)(?<=\S)\*|_\{([^{}]+)\}|\^\{([^{}]+)\}|\[([^[\]]+)\]\(((?:https:\/\/|#)[^\s()<>"']+)\)/g;
  let html = "";
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    html += escapeText(text.slice(end, match.index)) + element(match);
    end = match.index + match[0].length;
  }
  return html + escapeText(text.slice(end));
}

function element(match: RegExpMatchArray): string {
  const [, sign, code, strong, emphasis, below, above, label, address] = match;
  if (sign !== undefined) return escapeText(sign);
  if (code !== undefined) return `<code>${escapeText(code)}</code>`;
  if (strong !== undefined) return `<strong>${inlineMarkup(strong)}</strong>`;
  if (emphasis !== undefined) return `<em>${inlineMarkup(emphasis)}</em>`;
  if (below !== undefined) return `<sub>${inlineMarkup(below)}</sub>`;
  if (above !== undefined) return `<sup>${inlineMarkup(above)}</sup>`;
  return `<a href="${escapeText(address)}">${inlineMarkup(label)}</a>`;
}
