import { resolve } from "node:path";
import type { Circuit } from "../../index.ts";
import { circuitQuantikz, circuitSvg, circuitText } from "../../presentation/index.ts";
import { CliError } from "../cli-error.ts";
import type { DrawDocument } from "../documents/drawing-document.ts";
import { jsonText } from "../documents/json-text.ts";
import { exitCode } from "../exit-code.ts";
import { loadCircuit } from "../input/load-circuit.ts";
import type { CircuitFlags } from "../options/circuit-options.ts";
import type { OutputFlags } from "../options/output-options.ts";
import { publishText } from "../output/publish-text.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";

/** The flags of `kronket draw`. */
export interface DrawFlags extends CircuitFlags, OutputFlags {
  readonly format: "text" | "ascii" | "svg" | "latex";
  readonly width?: number;
  readonly boxes: "closed" | "open";
  readonly theme?: "light" | "dark" | "auto";
  readonly title?: string;
}

/** Runs `kronket draw`: the command line, the file, the drawing, the output. */
export async function drawCircuit(file: string, flags: DrawFlags, session: Session): Promise<void> {
  session.use(flags);
  const { io, version } = session;
  const { format, width, boxes, theme = "light" } = flags;
  requireWidth(flags);
  for (const name of ["title", "theme"] as const) {
    if (flags[name] !== undefined && format !== "svg") {
      throw new CliError(
        exitCode.usage,
        `--${name}: expected none for ${format}, got one; only --format svg has it.`,
      );
    }
  }
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));
  const { circuit, input, warnings } = await loadCircuit(file, flags, session);
  const text = drawing(circuit, flags, session);
  const document: DrawDocument = {
    schema: "kronket/draw/1",
    version,
    inputs: [input],
    parameters: { format, width: width ?? null, boxes, theme },
    result: { drawing: text },
    warnings: [...warnings],
  };
  publishText(session, flags, jsonText(document), { text, warnings });
}

function drawing(
  circuit: Circuit,
  { format, width, boxes, theme = "light", title }: DrawFlags,
  session: Session,
): string {
  switch (format) {
    case "text":
    case "ascii": {
      const { isTTY, columns } = session.io.stdout;
      const room = width ?? (isTTY === true && columns !== undefined ? Math.max(24, columns) : 80);
      return circuitText(circuit, { boxes, ascii: format === "ascii", width: room });
    }
    case "svg":
      return circuitSvg(circuit, {
        boxes,
        theme,
        ...(width !== undefined && { width }),
        ...(title !== undefined && { title }),
      });
    case "latex":
      return circuitQuantikz(circuit, { boxes });
  }
}

function requireWidth({ format, width }: DrawFlags): void {
  if (width === undefined) return;
  const [least, most] = format === "svg" ? [240, 4000] : [24, Number.MAX_SAFE_INTEGER];
  if (format !== "latex" && width >= least && width <= most) return;
  const range = most === 4000 ? "a width from 240 to 4000 units" : "a width of at least 24 characters";
  throw new CliError(
    exitCode.usage,
    format === "latex"
      ? "--width: expected none for latex, got one; LaTeX is folded by hand."
      : `--width: expected ${range} for ${format}, got ${width}; choose another.`,
  );
}
