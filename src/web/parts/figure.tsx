import type { ComponentChildren } from "preact";
import type { Table } from "../../presentation/index.ts";
import { texts } from "../language/language.ts";
import { DataTable } from "./data-table.tsx";
import { Drawing } from "./drawing.tsx";

/** A figure with what it shows and, folded away below, its numbers. */
export function Figure(props: {
  readonly svg: string;
  readonly caption: ComponentChildren;
  readonly table?: Table | undefined;
}) {
  return (
    <figure>
      <Drawing svg={props.svg} />
      <figcaption>{props.caption}</figcaption>
      {props.table !== undefined && (
        <details>
          <summary>{texts.value.page.numbers}</summary>
          <DataTable table={props.table} label={texts.value.page.numbers} />
        </details>
      )}
    </figure>
  );
}
