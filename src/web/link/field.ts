/** One value of a panel's state and how it is written in a link. */
export interface Field<Value> {
  readonly initial: Value;
  /** The value that a text of a link stands for; undefined for a text that stands for none. */
  read(text: string): Value | undefined;
  write(value: Value): string;
}

/** Any text. */
export function textField(initial: string): Field<string> {
  return { initial, read: (text) => text, write: (value) => value };
}

/** A number from `least` to `most`. */
export function numberField(initial: number, least: number, most: number): Field<number> {
  return {
    initial,
    read(text) {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      return value >= least && value <= most ? value : undefined;
    },
    write: String,
  };
}

/** A whole number from `least` to `most`. */
export function wholeField(initial: number, least: number, most: number): Field<number> {
  const field = numberField(initial, least, most);
  return {
    ...field,
    read(text) {
      const value = field.read(text);
      return Number.isInteger(value) ? value : undefined;
    },
  };
}

/** Yes or no, written as 1 or 0. */
export function flagField(initial: boolean): Field<boolean> {
  return {
    initial,
    read: (text) => (text === "1" ? true : text === "0" ? false : undefined),
    write: (value) => (value ? "1" : "0"),
  };
}

/** One of some names. */
export function choiceField<Name extends string>(initial: Name, names: readonly Name[]): Field<Name> {
  return { initial, read: (text) => names.find((name) => name === text), write: (value) => value };
}

/** Numbers by name, written as `theta:0.5,phi:1`. */
export function numbersField(
  initial: Readonly<Record<string, number>> = {},
): Field<Readonly<Record<string, number>>> {
  return {
    initial,
    read(text) {
      const values: Record<string, number> = Object.create(null);
      for (const part of text.split(",").filter((piece) => piece !== "")) {
        const found = /^([^:]+):(.+)$/.exec(part);
        const value = Number(found?.[2]);
        if (found === null || !Number.isFinite(value)) return undefined;
        values[found[1]] = value;
      }
      return values;
    },
    write: (values) =>
      Object.entries(values)
        .map(([name, value]) => `${name}:${value}`)
        .join(","),
  };
}
