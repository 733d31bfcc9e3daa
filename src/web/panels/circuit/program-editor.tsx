import { useId, useRef } from "preact/hooks";
import { texts } from "../../language/language.ts";
import type { ProgramFault } from "./read-program.ts";

/** The text of the circuit with numbered lines; what is wrong with it stands at its place and below. */
export function ProgramEditor(props: {
  readonly text: string;
  readonly fault: ProgramFault | undefined;
  readonly onInput: (text: string) => void;
}) {
  const { text, fault, onInput } = props;
  const t = texts.value.circuit;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const lines = text.split("\n");
  const place = fault?.place;
  const goThere = () => {
    if (place === undefined || area.current === null) return;
    const at =
      lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
    area.current.focus();
    area.current.setSelectionRange(at, Math.min(text.length, at + 1));
  };
  return (
    <div class="editor">
      <label for={id}>{t.program}</label>
      <div class="lines">
        <pre class="gutter" aria-hidden="true" ref={gutter}>
          {lines.map((_, k) => (
            <span key={k} class={place?.line === k + 1 ? "wrong" : undefined}>
              {k + 1}
              {"\n"}
            </span>
          ))}
        </pre>
        <textarea
          id={id}
          ref={area}
          value={text}
          rows={Math.min(24, Math.max(9, lines.length + 1))}
          wrap="off"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
          onScroll={({ currentTarget }) => {
            if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop;
          }}
        />
      </div>
      <div id={`${id}-fault`} aria-live="polite">
        {fault !== undefined && (
          <div class="notice error">
            {place !== undefined && (
              <pre class="excerpt">
                {lines[place.line - 1]}
                {"\n"}
                {" ".repeat(place.column - 1)}^
              </pre>
            )}
            <p>{fault.message}</p>
            {place !== undefined && (
              <button type="button" onClick={goThere}>
                {t.goTo(place.line, place.column)}
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
