import { useId } from "preact/hooks";

/** A number on a line, with its value beside it. The picture follows while the slider moves. */
export function Slider(props: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number | "any";
  readonly text: string;
  readonly onInput: (value: number) => void;
}) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="range"
        min={props.least}
        max={props.most}
        step={props.step}
        value={props.value}
        aria-valuetext={props.text}
        onInput={({ currentTarget }) => props.onInput(currentTarget.valueAsNumber)}
      />
      <output for={id}>{props.text}</output>
    </div>
  );
}
