import type { Circuit, PlainCircuit } from "../../../index.ts";
import { texts } from "../../language/language.ts";
import { Choice } from "../../parts/choice.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Figure } from "../../parts/figure.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Slider } from "../../parts/slider.tsx";
import { figureWidth, useWidth } from "../../parts/use-width.ts";
import { useJob } from "../../worker/use-job.ts";
import { circuitState, circuitViews } from "./circuit-state.ts";

const { values } = circuitState;

/** The state after a step of the circuit, looked at in one of several ways. */
export function StateAfter({ circuit, plain }: { readonly circuit: Circuit; readonly plain: PlainCircuit }) {
  const t = texts.value.circuit;
  const [box, width] = useWidth();
  const { length } = circuit;
  const steps = values.step.value < 0 ? length : Math.min(values.step.value, length);
  const input = {
    circuit: plain,
    values: values.values.value,
    steps,
    seed: values.seed.value,
    shots: values.shots.value,
    view: values.view.value,
    width: figureWidth(width),
  };
  const job = useJob("circuit", input, JSON.stringify(input));
  const { output, error } = { output: job.output.value, error: job.error.value };
  return (
    <section class="state" aria-labelledby="state-heading">
      <h2 id="state-heading">{t.stateHeading}</h2>
      <Slider
        label={t.step}
        value={steps}
        least={0}
        most={length}
        step={1}
        text={t.stepOf(steps, length)}
        onInput={(step) => {
          values.step.value = step === length ? -1 : step;
        }}
      />
      <Choice
        label={t.view}
        value={values.view.value}
        options={circuitViews.map((name) => ({ name, text: t.views[name] }))}
        onChange={(view) => {
          values.view.value = view;
        }}
      />
      <span class="choice">
        <label for="seed">{t.seed}</label>
        <input
          id="seed"
          size={8}
          value={values.seed.value}
          onInput={({ currentTarget }) => {
            values.seed.value = currentTarget.value;
          }}
        />
      </span>
      {values.view.value === "samples" && (
        <Slider
          label={t.shots}
          value={Math.log10(Math.max(1, values.shots.value))}
          least={0}
          most={6}
          step={0.1}
          text={String(values.shots.value)}
          onInput={(power) => {
            values.shots.value = Math.round(10 ** power);
          }}
        />
      )}
      <div ref={box} aria-busy={job.busy.value}>
        {error !== undefined && <Notice kind="error">{error}</Notice>}
        {output !== undefined && (
          <>
            <p class="ket">{output.ket}</p>
            {output.bits !== "" && (
              <p>
                {t.bits} <code>{output.bits}</code>
              </p>
            )}
            {output.view.svg === undefined ? (
              <DataTable table={output.view.table} label={t.views[values.view.value]} />
            ) : (
              <Figure
                svg={output.view.svg}
                caption={t.captions[values.view.value]}
                table={output.view.table}
              />
            )}
          </>
        )}
      </div>
    </section>
  );
}
