import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { escapeText } from "../../../src/presentation/format/escape-text.ts";

it("escapeText leaves no sign that could open a tag, an entity or end an attribute", () => {
  expect(escapeText(`<a b="c" d='e'>&`)).toBe("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      expect(escapeText(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
    }),
  );
});

it("escapeText drops the control signs that XML does not allow and keeps the others", () => {
  expect(escapeText("a\u0000b\u001fc\uffff\td\ne")).toBe("abc\td\ne");
});

it("escapeText comes back as the same text from a parser", () => {
  const text = `5 < 6 && "x" > 'y' — ∑ 😀`;
  const { document } = parseHTML(`<p>${escapeText(text)}</p>`);
  expect(document.querySelector("p")?.textContent).toBe(text);
});
