const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control signs other than tab and line ends, and the two non-characters: XML 1.0 allows none of them. */
const forbidden = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

/**
 * Makes a text safe inside HTML and SVG, in elements and in quoted attributes. Characters that XML forbids are dropped.
 *
 * @example escapeText('a < "b"') // "a &lt; &quot;b&quot;"
 */
export function escapeText(text: string): string {
  return text.replace(forbidden, "").replace(/[&<>"']/g, (sign) => entities[sign]);
}
