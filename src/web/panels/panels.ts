import type { ComponentType } from "preact";
import type { PanelState } from "../link/panel-state.ts";

/** A panel once it is loaded. */
export interface Panel {
  readonly state: PanelState<unknown>;
  readonly View: ComponentType;
}

/** The panels in the order of the page, each loaded when it is first opened. */
export const panels = [
  { name: "circuit", load: (): Promise<{ panel: Panel }> => import("./circuit/circuit-panel.tsx") },
  { name: "search", load: (): Promise<{ panel: Panel }> => import("./search/search-panel.tsx") },
  { name: "systems", load: (): Promise<{ panel: Panel }> => import("./systems/systems-panel.tsx") },
] as const;

/** The name of a panel, as in a link. */
export type PanelName = (typeof panels)[number]["name"];
