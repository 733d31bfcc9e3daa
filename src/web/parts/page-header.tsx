import { type Language, language, languages, texts } from "../language/language.ts";
import { shownPanel } from "../link/page-link.ts";
import { panels } from "../panels/panels.ts";
import { Choice } from "./choice.tsx";
import { theme, themes } from "./theme.ts";

/** The name of the page, the way to its panels, and how it is shown. */
export function PageHeader() {
  const t = texts.value;
  return (
    <header class="top">
      <p class="brand">kronket</p>
      <nav aria-label={t.page.panels}>
        <ul>
          {panels.map(({ name }) => {
            const isShown = name === shownPanel.value;
            return (
              <li key={name}>
                <a
                  href={`#panel=${name}`}
                  aria-current={isShown ? "page" : undefined}
                  // Its own address would start the panel anew.
                  onClick={(event) => isShown && event.preventDefault()}
                >
                  {t.panels[name].name}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <div class="settings">
        <Choice
          label={t.page.language}
          hideLabel
          value={language.value}
          options={Object.entries(languages).map(([name, text]) => ({ name: name as Language, text }))}
          onChange={(name) => {
            language.value = name;
          }}
        />
        <Choice
          label={t.page.theme}
          hideLabel
          value={theme.value}
          options={themes.map((name) => ({ name, text: t.page.themes[name] }))}
          onChange={(name) => {
            theme.value = name;
          }}
        />
      </div>
    </header>
  );
}
