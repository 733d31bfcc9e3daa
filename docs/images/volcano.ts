import { elevationSurface } from "../../showcase/elevation-surface.ts";
import { withMargin } from "./with-margin.ts";

/** Draws the elevation of a volcano, fitted with all heights and through the sketch: the figure of `npm start`. */
export function drawVolcano(): string {
  const { svg } = elevationSurface(7).figures[0];
  return withMargin(typeof svg === "string" ? svg : svg.wide, 16);
}
