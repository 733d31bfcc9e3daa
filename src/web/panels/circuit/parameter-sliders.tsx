import type { Circuit } from "../../../index.ts";
import { numberText } from "../../../presentation/index.ts";
import { texts } from "../../language/language.ts";
import { Slider } from "../../parts/slider.tsx";
import { circuitState } from "./circuit-state.ts";

/** One slider for each parameter of the circuit, over two full turns. */
export function ParameterSliders({ circuit }: { readonly circuit: Circuit }) {
  const { values } = circuitState.values;
  if (circuit.parameters.length === 0) return null;
  return (
    <section aria-labelledby="parameters-heading">
      <h2 id="parameters-heading">{texts.value.circuit.parameters}</h2>
      {circuit.parameters.map((name) => {
        const value = values.value[name] ?? 0;
        return (
          <Slider
            key={name}
            label={name}
            value={value}
            least={-6.28}
            most={6.28}
            step={0.01}
            text={`${numberText(value)} rad`}
            onInput={(next) => {
              values.value = { ...values.peek(), [name]: next };
            }}
          />
        );
      })}
    </section>
  );
}
