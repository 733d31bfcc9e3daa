import { effect, signal } from "@preact/signals";
import { pageHash, parsePageHash } from "./page-hash.ts";
import type { PanelState } from "./panel-state.ts";

/** The name of the panel that is shown; undefined before a link has been read. */
export const shownPanel = signal<string | undefined>(undefined);

/** The state of the panel that is shown, once it is loaded. */
const shownState = signal<PanelState<unknown> | undefined>(undefined);

/** Between two writes of the address: browsers refuse more than a few a second. */
const pause = 300;

/** Follows the address: now, and whenever a link is opened. `fallback` is the panel of a link without one. */
export function followAddress(names: readonly string[], fallback: string): void {
  const follow = () => {
    const { panel, texts } = parsePageHash(location.hash);
    const known = panel !== undefined && names.includes(panel) ? panel : fallback;
    if (known === shownPanel.peek()) shownState.peek()?.read(texts);
    else {
      shownState.value = undefined;
      shownPanel.value = known;
    }
  };
  follow();
  addEventListener("hashchange", follow);
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const link = shownLink();
    clearTimeout(timer);
    if (link === undefined) return;
    timer = setTimeout(() => {
      if (location.hash !== link) history.replaceState(null, "", link);
    }, pause);
  });
}

/** Gives a panel that has just been loaded the state of the address, if that is an address of this panel. */
export function adoptState(panel: string, state: PanelState<unknown>): void {
  const hash = parsePageHash(location.hash);
  if (hash.panel === panel && Object.keys(hash.texts).length > 0) state.read(hash.texts);
  shownState.value = state;
}

/** The part after # of a link to exactly what is shown. Follows every change when read in an effect. */
export function shownLink(): string | undefined {
  const [panel, state] = [shownPanel.value, shownState.value];
  return panel === undefined || state === undefined ? undefined : pageHash(panel, state.write());
}
