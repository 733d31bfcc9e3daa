import { type Command, InvalidArgumentError, Option } from "commander";

/** The values of parameters, by name. */
export type ParameterValues = Readonly<Record<string, number>>;

/** The flags that say how a circuit is read. */
export interface CircuitFlags {
  readonly param?: ParameterValues;
  readonly strict?: boolean;
}

/** Adds the flags that say how a circuit is read. */
export function addCircuitOptions(command: Command): Command {
  return command
    .optionsGroup("Reading the circuit (OpenQASM 2 and 3, or JSON; `-` is stdin):")
    .addOption(
      new Option(
        "-p, --param <name=value>",
        "value of a parameter (input), such as theta=0.3 or theta=pi/4; repeatable",
      ).argParser(parseParameter),
    )
    .option("--strict", "accept only what the specification of OpenQASM has");
}

/** `name=value`; a value is a number, or a multiple of pi such as -3*pi/4. Collects repeated uses. */
export function parseParameter(text: string, before: ParameterValues = {}): ParameterValues {
  const match = /^([\p{L}_][\p{L}\p{N}_]*)=(.+)$/su.exec(text);
  const value = match === null ? undefined : angle(match[2].replaceAll(/\s/g, ""));
  if (match === null || value === undefined) {
    throw new InvalidArgumentError(
      `Expected name=value with a number or a multiple of pi, such as theta=0.3 or theta=pi/4, got ${JSON.stringify(text)}.`,
    );
  }
  if (Object.hasOwn(before, match[1])) {
    throw new InvalidArgumentError(`Expected a value for ${match[1]} once, got two.`);
  }
  return { ...before, [match[1]]: value };
}

function angle(text: string): number | undefined {
  const number = "\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?|\\.\\d+(?:[eE][-+]?\\d+)?";
  const match = new RegExp(`^([-+]?)(?:(${number})|(?:(${number})\\*)?(?:pi|π)(?:/(${number}))?)$`).exec(
    text,
  );
  if (match === null) return undefined;
  const [, sign, plain, times = "1", over = "1"] = match;
  const size = plain === undefined ? (Number(times) * Math.PI) / Number(over) : Number(plain);
  return Number.isFinite(size) ? (sign === "-" ? -size : size) : undefined;
}
