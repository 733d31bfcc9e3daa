import { escapeText } from "../../src/presentation/index.ts";

/** Lines of a program that are shown at most. */
const most = 240;

/** Writes program text as HTML, comments set back; of a very long one the beginning. */
export function codeHtml(text: string, label: string): string {
  const lines = text.trimEnd().split("\n");
  const shown = lines.slice(0, most).map((line) => {
    const comment = line.search(/(^|\s)(\/\/|\/\*\*|\*)/);
    if (comment < 0) return escapeText(line);
    return `${escapeText(line.slice(0, comment))}<i>${escapeText(line.slice(comment))}</i>`;
  });
  const rest = lines.length - shown.length;
  if (rest > 0) shown.push(`<i>… ${rest} more lines</i>`);
  return `<pre tabindex="0" role="region" aria-label="${escapeText(label)}"><code>${shown.join("\n")}</code></pre>`;
}
