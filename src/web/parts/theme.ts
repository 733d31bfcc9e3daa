import { effect, signal } from "@preact/signals";
import { paletteStyle } from "../../presentation/index.ts";
import { remember, remembered } from "./remember.ts";

/** The colours that can be chosen; `system` follows the setting of the reader's system. */
export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** The chosen colours. */
export const theme = signal<Theme>(themes.find((name) => name === remembered("theme")) ?? "system");

/** Adds the colours of the figures, which the page uses too. */
export function addPalette(): void {
  const style = document.createElement("style");
  style.textContent = paletteStyle({ attribute: "data-theme" });
  document.head.append(style);
}

/** Puts the choice on the page, where the style sheet looks for it, and keeps it for the next visit. */
export function followTheme(): void {
  effect(() => {
    if (theme.value === "system") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", theme.value);
    remember("theme", theme.value);
  });
}
