import type { LinkTexts } from "./panel-state.ts";

/** What the part of a link after # says. */
export interface PageHash {
  /** The panel that is named first. */
  readonly panel: string | undefined;
  readonly texts: LinkTexts;
}

/**
 * Reads the part of a link after #: `panel=NAME&FIELD=TEXT&…`, encoded as a query of an address is.
 *
 * The whole state of a panel stands there in plain words, so that a link can be read, mended and written by hand.
 *
 * @example parsePageHash("#panel=search&size=16").texts // { size: "16" }
 */
export function parsePageHash(hash: string): PageHash {
  const all = new URLSearchParams(hash.replace(/^#/, ""));
  const panel = all.get("panel") ?? undefined;
  all.delete("panel");
  const texts: Record<string, string> = Object.create(null);
  for (const [name, text] of all) texts[name] = text;
  return { panel, texts };
}

/** Writes what {@link parsePageHash} reads. */
export function pageHash(panel: string, texts: LinkTexts): string {
  return `#${new URLSearchParams([["panel", panel], ...Object.entries(texts)])}`;
}
