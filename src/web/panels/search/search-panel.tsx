import { billTable, numberText, type Table } from "../../../presentation/index.ts";
import { texts } from "../../language/language.ts";
import { Choice } from "../../parts/choice.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Formula } from "../../parts/formula.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Slider } from "../../parts/slider.tsx";
import { useJob } from "../../worker/use-job.ts";
import type { Panel } from "../panels.ts";
import { AmplitudeBars } from "./amplitude-bars.tsx";
import { PlaneFigure } from "./plane-figure.tsx";
import type { SearchJobOutput } from "./search-job.ts";
import { searchMethods, searchState } from "./search-state.ts";

const { values } = searchState;

/** The search explorer: Grover's rotation, the amplitudes beside it, and the bill as it is counted. */
function SearchPanel() {
  const t = texts.value.search;
  const size = 2 ** values.qubits.value;
  const input = {
    qubits: values.qubits.value,
    marked: Math.min(size, values.marked.value),
    iterations: values.iterations.value,
    method: values.method.value,
    seed: values.seed.value,
  };
  const job = useJob("search", input, JSON.stringify(input));
  const { output, error } = { output: job.output.value, error: job.error.value };
  return (
    <div class="explorer">
      <section aria-label={t.settings}>
        <Slider
          label={t.positions}
          value={values.qubits.value}
          least={1}
          most={8}
          step={1}
          text={`2^${values.qubits.value} = ${size}`}
          onInput={(next) => {
            values.qubits.value = next;
          }}
        />
        <Slider
          label={t.marked}
          value={input.marked}
          least={0}
          most={size}
          step={1}
          text={String(input.marked)}
          onInput={(next) => {
            values.marked.value = next;
          }}
        />
        <Slider
          label={t.iterations}
          value={input.iterations}
          least={0}
          most={64}
          step={1}
          text={String(input.iterations)}
          onInput={(next) => {
            values.iterations.value = next;
          }}
        />
      </section>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {output !== undefined && <Pictures output={output} iterations={input.iterations} />}
      <section aria-labelledby="bill-heading">
        <h2 id="bill-heading">{t.bill}</h2>
        <Choice
          label={t.method}
          value={input.method}
          options={searchMethods.map((name) => ({ name, text: t.methods[name] }))}
          onChange={(name) => {
            values.method.value = name;
          }}
        />{" "}
        <span class="choice">
          <label for="search-seed">{t.seed}</label>
          <input
            id="search-seed"
            size={8}
            value={input.seed}
            onInput={({ currentTarget }) => {
              values.seed.value = currentTarget.value;
            }}
          />
        </span>
        {output !== undefined && (
          <>
            <p>
              {output.result === null
                ? t.followed(input.iterations)
                : output.result.position === null
                  ? t.missed(output.result.iterations, output.result.checks)
                  : t.found(output.result.position, output.result.iterations, output.result.checks)}
            </p>
            <DataTable table={billTable(output.ledger)} label={t.methods[input.method]} />
            {output.positions.length > 0 && (
              <p>{t.classical(numberText((output.size + 1) / (output.positions.length + 1)))}</p>
            )}
          </>
        )}
      </section>
    </div>
  );
}

/** The state in the plane and as amplitudes, with its numbers. */
function Pictures({ output, iterations }: { readonly output: SearchJobOutput; readonly iterations: number }) {
  const t = texts.value.search;
  const { amplitudes, positions, angle, probability, best } = output;
  const chance = numberText(probability < 1e-12 ? 0 : probability, { style: "significant" });
  const degrees = numberText((((2 * iterations + 1) * angle * 180) / Math.PI) % 360, {
    style: "significant",
  });
  return (
    <>
      <div class="pair">
        <figure>
          <PlaneFigure
            angle={angle}
            iterations={iterations}
            title={t.planeTitle}
            description={t.planeWords(degrees, chance)}
          />
          <figcaption>{t.planeWords(degrees, chance)}</figcaption>
        </figure>
        <figure>
          <AmplitudeBars
            amplitudes={amplitudes}
            positions={positions}
            title={t.barsTitle}
            description={t.barsWords(positions.join(", "))}
          />
          <figcaption>{t.barsWords(positions.join(", "))}</figcaption>
          <details>
            <summary>{texts.value.page.numbers}</summary>
            <DataTable table={amplitudeTable(output)} label={t.barsTitle} />
          </details>
        </figure>
      </div>
      <p>
        <Formula latex={String.raw`p_j = \sin^2\big((2j+1)\theta\big),\qquad \sin^2\theta = t/N`} block />
      </p>
      <p>{best === null ? t.noneMarked : t.best(best)}</p>
    </>
  );
}

function amplitudeTable({ amplitudes, positions }: SearchJobOutput): Table {
  const t = texts.value.search;
  return {
    columns: [{ heading: t.position }, { heading: t.isMarked }, { heading: t.amplitude, numeric: true }],
    rows: amplitudes.map((value, position) => ({
      cells: [
        String(position),
        positions.includes(position) ? t.yes : t.no,
        numberText(Math.abs(value) < 1e-12 ? 0 : value, { style: "significant", digits: 6 }),
      ],
    })),
  };
}

export const panel: Panel = { state: searchState, View: SearchPanel };
