import { render } from "preact";
import { App } from "./app.tsx";
import { followLanguage } from "./language/language.ts";
import { followAddress } from "./link/page-link.ts";
import { panels } from "./panels/panels.ts";
import { addPalette, followTheme } from "./parts/theme.ts";
import "./style.css";

addPalette();
followTheme();
followLanguage();
followAddress(
  panels.map(({ name }) => name),
  panels[0].name,
);
render(<App />, document.getElementById("page") as HTMLElement);
