import { effect, signal } from "@preact/signals";
import { remember, remembered } from "../parts/remember.ts";
import { en, type Texts } from "./en.ts";

/** The languages of the page by their own names. */
export const languages = { en: "English", de: "Deutsch" } as const;

export type Language = keyof typeof languages;

/** The chosen language: that of the last visit, or the first of the browser's that the page has. */
export const language = signal<Language>(firstLanguage());

/** The texts of the page. */
export const texts = signal<Texts>(en);

function firstLanguage(): Language {
  const wanted = [remembered("language"), ...navigator.languages.map((name) => name.slice(0, 2))];
  const known = wanted.find((name): name is Language => name !== undefined && Object.hasOwn(languages, name));
  return known ?? "en";
}

/** Loads the texts of the chosen language and names it to the browser. English is there from the start. */
export function followLanguage(): void {
  effect(() => {
    const chosen = language.value;
    remember("language", chosen);
    const show = (loaded: Texts) => {
      if (language.peek() !== chosen) return;
      texts.value = loaded;
      document.documentElement.lang = chosen;
    };
    if (chosen === "en") show(en);
    else void import("./de.ts").then(({ de }) => show(de));
  });
}
