import { elevationSurface } from "../../showcase/elevation-surface.ts";
import { withMargin } from "./with-margin.ts";

/** Draws the elevation of a volcano, fitted with all heights and through the sketch: the figure of `npm start`. */
export function drawVolcano(): string {
  const [figure] = elevationSurface(7).figures ?? [];
  if (figure === undefined) {
    throw new Error(
      "drawVolcano: expected a figure in the section on the surface, got none; look at showcase/.",
    );
  }
  return withMargin(typeof figure.svg === "string" ? figure.svg : figure.svg.wide, 16);
}
