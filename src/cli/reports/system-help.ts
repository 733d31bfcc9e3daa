import type pc from "picocolors";
import { type AnyParameter, parameterRange, systems } from "../../index.ts";
import { tableText } from "../../presentation/index.ts";
import { findSystem } from "../run/find-system.ts";

/**
 * The help of `kronket system`: how it is called, then the parameters of one system, or of each.
 *
 * Errors: CliError (usage) when there is no system of that name.
 */
export function systemHelp(name: string | undefined, usage: string): string {
  const shown = name === undefined ? systems : [findSystem(name)];
  const described = shown.map(({ name, title, source, summary, parameters }) =>
    [`${name} — ${title} (${source})`, `  ${summary}`, indented(parameterTable(parameters))].join("\n"),
  );
  return [usage.trimEnd(), "", "Systems and their parameters:", "", described.join("\n\n")].join("\n");
}

/** The systems as a list for a terminal. */
export function systemListReport(colors: ReturnType<typeof pc.createColors>): string {
  const entries = systems.map(({ name, title, source, summary }) =>
    [`${colors.bold(name)}  ${title} (${source})`, `  ${summary}`].join("\n"),
  );
  return [
    ...entries,
    "",
    "Run one with kronket system NAME; its parameters: kronket system NAME --help",
  ].join("\n");
}

function parameterTable(parameters: Readonly<Record<string, AnyParameter>>): string {
  return tableText({
    columns: [{ heading: "parameter" }, { heading: "default" }, { heading: "" }],
    rows: Object.entries(parameters).map(([key, parameter]) => ({
      cells: [
        key,
        parameter.default === null ? "auto" : String(parameter.default),
        `${parameter.description}; ${parameterRange(parameter)}`,
      ],
    })),
  });
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}
