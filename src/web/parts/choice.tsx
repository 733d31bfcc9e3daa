import { useId } from "preact/hooks";

/** One of some names, as a list that opens. */
export function Choice<Name extends string>(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Name;
  readonly options: readonly { readonly name: Name; readonly text: string }[];
  readonly onChange: (name: Name) => void;
}) {
  const id = useId();
  return (
    <span class="choice">
      <label for={id} class={props.hideLabel ? "unseen" : undefined}>
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        onChange={({ currentTarget }) => props.onChange(currentTarget.value as Name)}
      >
        {props.options.map(({ name, text }) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
