import { useId } from "preact/hooks";
import type { AnyParameter, ParameterValue } from "../../../index.ts";
import { readSettings } from "./settings.ts";

/** A field for each parameter of a system; what it is stands below. */
export function ParameterFields(props: {
  readonly parameters: Readonly<Record<string, AnyParameter>>;
  readonly settings: Readonly<Record<string, ParameterValue>>;
  readonly onChange: (settings: Record<string, ParameterValue>) => void;
}) {
  const { parameters, settings, onChange } = props;
  const id = useId();
  const take = (name: string, text: string) => {
    const { [name]: _, ...others } = settings;
    onChange({ ...others, ...readSettings(`${name}=${text}`, parameters) });
  };
  return (
    <div class="parameters" lang="en">
      {Object.entries(parameters).map(([name, parameter]) => {
        const value = Object.hasOwn(settings, name) ? settings[name] : parameter.default;
        const text = value === null ? "auto" : String(value);
        const own = { id: `${id}-${name}`, "aria-describedby": `${id}-${name}-words` };
        const choices =
          parameter.kind === "choice"
            ? parameter.choices
            : parameter.kind === "flag"
              ? ["true", "false"]
              : undefined;
        return (
          <div key={name}>
            <label for={own.id}>{name}</label>
            {choices === undefined ? (
              <input
                {...own}
                value={text}
                onChange={({ currentTarget }) => take(name, currentTarget.value)}
              />
            ) : (
              <select {...own} value={text} onChange={({ currentTarget }) => take(name, currentTarget.value)}>
                {choices.map((choice) => (
                  <option key={choice}>{choice}</option>
                ))}
              </select>
            )}
            <small id={`${id}-${name}-words`}>{parameter.description}</small>
          </div>
        );
      })}
    </div>
  );
}
