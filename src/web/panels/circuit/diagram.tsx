import { useMemo } from "preact/hooks";
import type { Circuit } from "../../../index.ts";
import { circuitDrawing } from "../../../presentation/index.ts";
import { Drawing } from "../../parts/drawing.tsx";
import { figureWidth, useWidth } from "../../parts/use-width.ts";

/** The diagram of a circuit. */
export function Diagram({ circuit, isStale }: { readonly circuit: Circuit; readonly isStale: boolean }) {
  const [box, width] = useWidth();
  const drawing = useMemo(() => circuitDrawing(circuit, { width: figureWidth(width) }), [circuit, width]);
  return (
    <div class={`diagram${isStale ? " stale" : ""}`} ref={box}>
      <Drawing svg={drawing.svg} />
    </div>
  );
}
