import { batch, type Signal, signal } from "@preact/signals";
import type { Field } from "./field.ts";

/** What a link says about a panel: texts by the names of its fields. */
export type LinkTexts = Readonly<Record<string, string>>;

/** Everything that a panel lets its reader choose: one signal a field, written to a link and read from one. */
export interface PanelState<Values> {
  readonly values: { readonly [Name in keyof Values]: Signal<Values[Name]> };
  /** The values that differ from the initial ones. Reading it in an effect follows all of them. */
  write(): LinkTexts;
  /** Takes the state of a link: what it leaves out, or what cannot be read, becomes initial. */
  read(texts: LinkTexts): void;
}

/**
 * Makes the state of a panel from its fields.
 *
 * @example panelState({ size: wholeField(16, 2, 4096) }).values.size.value // 16
 */
export function panelState<Values extends object>(
  fields: {
    readonly [Name in keyof Values]: Field<Values[Name]>;
  },
): PanelState<Values> {
  const entries = Object.entries<Field<unknown>>(fields).map(([name, field]) => ({
    name,
    field,
    at: signal(field.initial),
  }));
  return {
    values: Object.fromEntries(entries.map(({ name, at }) => [name, at])) as PanelState<Values>["values"],
    write() {
      const written = entries.map(({ name, field, at }) => [
        name,
        field.write(at.value),
        field.write(field.initial),
      ]);
      return Object.fromEntries(written.filter(([, text, initial]) => text !== initial));
    },
    read(texts) {
      batch(() => {
        for (const { name, field, at } of entries) {
          const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
          const value = text === undefined ? undefined : field.read(text);
          // Equal values keep their identity, so that nothing is computed anew.
          if (field.write(at.peek()) !== field.write(value ?? field.initial))
            at.value = value ?? field.initial;
        }
      });
    },
  };
}
