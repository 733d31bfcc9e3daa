import { effect, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { texts } from "./language/language.ts";
import { adoptState, shownPanel } from "./link/page-link.ts";
import { type PanelName, panels } from "./panels/panels.ts";
import { Notice } from "./parts/notice.tsx";
import { PageHeader } from "./parts/page-header.tsx";

/** The panel that is loaded and shown, or why it is not. */
const loaded = signal<
  { readonly name: string; readonly View: ComponentType } | { readonly error: string } | undefined
>(undefined);

effect(() => {
  const entry = panels.find(({ name }) => name === shownPanel.value);
  if (entry === undefined) return;
  loaded.value = undefined;
  entry.load().then(
    ({ panel }) => {
      if (shownPanel.peek() !== entry.name) return;
      adoptState(entry.name, panel.state);
      loaded.value = { name: entry.name, View: panel.View };
    },
    (error: unknown) => {
      loaded.value = { error: String(error) };
    },
  );
});

/** The page: its header, and one panel below. */
export function App() {
  const t = texts.value;
  const name = shownPanel.value as PanelName;
  const now = loaded.value;
  document.title = `${t.panels[name].title} · kronket`;
  return (
    <>
      <button type="button" class="skip" onClick={skip}>
        {t.page.skip}
      </button>
      <PageHeader />
      <main id="content" tabIndex={-1}>
        <div class="opening">
          <h1>{t.panels[name].title}</h1>
          <p class="lead">{t.panels[name].lead}</p>
        </div>
        {now === undefined ? (
          <p class="loading">{t.page.loading}</p>
        ) : "error" in now ? (
          <Notice kind="error">{t.page.notLoaded(now.error)}</Notice>
        ) : (
          <now.View key={now.name} />
        )}
      </main>
      <footer class="foot">
        <p>
          kronket {kronketVersion} · {t.page.offline}
        </p>
      </footer>
    </>
  );
}

/** A button and not a link: the address holds the state of the page. */
function skip(): void {
  document.getElementById("content")?.focus();
}
