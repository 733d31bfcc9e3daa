import { signal } from "@preact/signals";
import type { Progress } from "../../../index.ts";
import { billTable, numberText, type Table } from "../../../presentation/index.ts";
import { texts } from "../../language/language.ts";
import { Choice } from "../../parts/choice.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { download } from "../../parts/download.ts";
import { Notice } from "../../parts/notice.tsx";
import { runJob } from "../../worker/run-job.ts";
import { useJob } from "../../worker/use-job.ts";
import type { Panel } from "../panels.ts";
import { ParameterFields } from "./parameter-fields.tsx";
import { readSettings, writeSettings } from "./settings.ts";
import type { SystemJobOutput } from "./systems-job.ts";
import { systemsState } from "./systems-state.ts";

const { values } = systemsState;
const output = signal<{ readonly name: string; readonly run: SystemJobOutput } | undefined>(undefined);
const error = signal<string | undefined>(undefined);
const progress = signal<Progress | undefined>(undefined);
const running = signal<AbortController | undefined>(undefined);

/** The further systems: their parameters, a run in the worker, and what it came to. */
function SystemsPanel() {
  const t = texts.value.systems;
  const list = useJob("system-list", null, "").output.value;
  const system = list?.find(({ name }) => name === values.system.value) ?? list?.[0];
  if (list === undefined || system === undefined) return <p class="loading">{texts.value.page.loading}</p>;
  const settings = readSettings(values.settings.value, system.parameters);
  const shown = output.value?.name === system.name ? output.value.run : undefined;
  const start = async (isStudy: boolean) => {
    const control = new AbortController();
    running.value = control;
    [error.value, progress.value, output.value] = [undefined, undefined, undefined];
    const input = {
      name: system.name,
      parameters: isStudy ? null : settings,
      seed: values.seed.value,
      version: kronketVersion,
    };
    try {
      const run = await runJob("system", input, {
        signal: control.signal,
        onProgress: (report) => {
          progress.value = report;
        },
      });
      output.value = { name: system.name, run };
    } catch (reason) {
      if (!control.signal.aborted) error.value = reason instanceof Error ? reason.message : String(reason);
    }
    running.value = undefined;
  };
  return (
    <div class="systems">
      <Choice
        label={t.system}
        value={system.name}
        options={list.map(({ name, title }) => ({ name, text: title }))}
        onChange={(name) => {
          values.system.value = name;
          values.settings.value = "";
        }}
      />
      <p lang="en">{system.summary}</p>
      <p class="source" lang="en">
        {system.source}
      </p>
      <ParameterFields
        parameters={system.parameters}
        settings={settings}
        onChange={(next) => {
          values.settings.value = writeSettings(next);
        }}
      />
      <span class="choice">
        <label for="system-seed">{texts.value.circuit.seed}</label>
        <input
          id="system-seed"
          size={8}
          value={values.seed.value}
          onInput={({ currentTarget }) => {
            values.seed.value = currentTarget.value;
          }}
        />
      </span>
      <div class="bar">
        <button
          type="button"
          class="primary"
          disabled={running.value !== undefined}
          onClick={() => void start(false)}
        >
          {t.run}
        </button>
        <button type="button" disabled={running.value !== undefined} onClick={() => void start(true)}>
          {t.study}
        </button>
        <button type="button" disabled={running.value === undefined} onClick={() => running.value?.abort()}>
          {t.cancel}
        </button>
      </div>
      <div aria-live="polite">
        {running.value !== undefined && (
          <p>
            {progress.value === undefined ? t.started : t.progress(progress.value.stage)}{" "}
            <progress
              aria-label={t.started}
              value={progress.value?.done ?? 0}
              max={Math.max(1, progress.value?.total ?? 1)}
            />
          </p>
        )}
        {error.value !== undefined && <Notice kind="error">{error.value}</Notice>}
      </div>
      {shown !== undefined && <Outcome name={system.name} run={shown} />}
    </div>
  );
}

/** What a run came to: its numbers, the bill of each method, and the notes. */
function Outcome({ name, run }: { readonly name: string; readonly run: SystemJobOutput }) {
  const t = texts.value.systems;
  return (
    <>
      <h2>{t.result}</h2>
      <ul lang="en">
        {run.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <DataTable table={resultTable(run.result)} label={t.result} />
      <h2>{t.bill}</h2>
      <DataTable table={workTable(run)} label={t.work} />
      {run.bill
        .filter(({ ledger }) => ledger.length > 0)
        .map(({ method, ledger }) => (
          <DataTable key={method} table={billTable(ledger, method)} label={`${t.bill}: ${method}`} />
        ))}
      <p>{t.same}</p>
      <button type="button" onClick={() => download(`${name}.json`, new Blob([run.json]))}>
        {t.save}
      </button>
      <details>
        <summary>JSON</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <section class="scroll" tabIndex={0} aria-label="JSON">
          <pre class="json">{run.json}</pre>
        </section>
      </details>
    </>
  );
}

/** Numbers, texts and flags one a row; what is longer stands in the JSON. */
function resultTable(result: Readonly<Record<string, unknown>>): Table {
  const text = (value: unknown) =>
    typeof value === "number"
      ? numberText(value, { style: "significant", digits: 5 })
      : JSON.stringify(value);
  const rows = Object.entries(result).map(([key, value]) => [key, text(value)] as const);
  return {
    columns: [{ heading: "key" }, { heading: "value" }],
    rows: rows.map(([key, value]) => ({
      cells: [key, value.length > 90 ? `${value.slice(0, 89)}…` : value],
    })),
  };
}

function workTable({ bill }: SystemJobOutput): Table {
  return {
    columns: [
      { heading: "method" },
      { heading: "operations (counted)", numeric: true },
      { heading: "words of memory (counted)", numeric: true },
    ],
    rows: bill.map(({ method, flops, peakWords }) => ({
      cells: [method, numberText(flops), numberText(peakWords)],
    })),
  };
}

export const panel: Panel = { state: systemsState, View: SystemsPanel };
