import { useId, useMemo } from "preact/hooks";
import { withUniqueIds } from "../../presentation/index.ts";

/**
 * A figure of the library in the page. Its text is English in every language of the page, and says so.
 *
 * Trusted: an SVG string that a function of `presentation` made; those escape every text.
 */
export function Drawing({ svg, class: name }: { readonly svg: string; readonly class?: string }) {
  const id = useId();
  const html = useMemo(() => ({ __html: withUniqueIds(svg, id) }), [svg, id]);
  return <div class={`drawing ${name ?? ""}`} lang="en" dangerouslySetInnerHTML={html} />;
}
