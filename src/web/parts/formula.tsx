import katex from "katex";
import { useMemo } from "preact/hooks";

/** A formula, written in LaTeX, as MathML: browsers draw it with fonts of their own and screen readers can read it. */
export function Formula({ latex, block }: { readonly latex: string; readonly block?: boolean }) {
  const html = useMemo(
    () => ({
      __html: katex.renderToString(latex, {
        output: "mathml",
        displayMode: block === true,
        throwOnError: false,
      }),
    }),
    [latex, block],
  );
  return <span class={block ? "formula block" : "formula"} dangerouslySetInnerHTML={html} />;
}
