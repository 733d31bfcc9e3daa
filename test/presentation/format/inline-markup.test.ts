import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inlineMarkup } from "../../../src/presentation/format/inline-markup.ts";

describe("inlineMarkup", () => {
  it.each([
    ["plain", "plain"],
    ["*a* and **b**", "<em>a</em> and <strong>b</strong>"],
    ["x_{i} n^{2^{16}}", "x<sub>i</sub> n^{2<sup>16</sup>}"],
    ["`a*b*c <d>`", "<code>a*b*c &lt;d&gt;</code>"],
    ["a * b * c", "a * b * c"],
    ["2*3 = 6", "2*3 = 6"],
    ["\\*not\\* and \\\\", "*not* and \\"],
    ["**all *of* it**", "**all <em>of</em> it**"],
    ["*n^{2}*", "<em>n<sup>2</sup></em>"],
    ["unfinished *mark", "unfinished *mark"],
    ["[paper](https://arxiv.org/abs/1?a=1&b=2)", '<a href="https://arxiv.org/abs/1?a=1&amp;b=2">paper</a>'],
    ["[below](#labels)", '<a href="#labels">below</a>'],
    ["[x](javascript:alert(1))", "[x](javascript:alert(1))"],
    ["[x](http://a.b)", "[x](http://a.b)"],
    ["<b>&", "&lt;b&gt;&amp;"],
  ])("shows %s as %s", (text, html) => {
    expect(inlineMarkup(text)).toBe(html);
  });

  it("gives only its own tags, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "*",
            "**",
            "`",
            "_{",
            "^{",
            "}",
            "[",
            "](https://a.b)",
            "](#c)",
            "\\",
            "<script>",
            '"',
            "a",
            " ",
          ),
        ),
        (pieces) => {
          const rest = inlineMarkup(pieces.join("")).replace(
            /<\/?(em|strong|code|sub|sup)>|<a href="(https:\/\/|#)[^"<>]*">|<\/a>/g,
            "",
          );
          expect(rest).not.toMatch(/[<>"]/);
        },
      ),
    );
  });
});
