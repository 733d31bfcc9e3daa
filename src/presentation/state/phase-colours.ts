/** Steps of the colour wheel: phases are rounded to one of them. */
const steps = 48;

/**
 * The colour of a phase in radians: hues of equal lightness and strength around the wheel, from red at 0, so that no phase
 * stands out and all are seen on light and dark pages (OKLCH of Ottosson 2020, L = 0.68, C = 0.13).
 */
export function phaseColour(phase: number): string {
  const step = Math.round((phase / (2 * Math.PI)) * steps);
  const hue = (25 * Math.PI) / 180 + (2 * Math.PI * (((step % steps) + steps) % steps)) / steps;
  return oklch(0.68, 0.13, hue);
}

/** The colour wheel as a list of sectors: from and to in radians, with the colour between. */
export function phaseSectors(): { readonly from: number; readonly to: number; readonly colour: string }[] {
  return Array.from({ length: steps }, (_, k) => {
    const middle = (2 * Math.PI * k) / steps;
    const half = Math.PI / steps;
    return { from: middle - half, to: middle + half, colour: phaseColour(middle) };
  });
}

function oklch(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const parts = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${parts.map((part) => hexByte(part)).join("")}`;
}

function hexByte(part: number): string {
  const value = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, value)))
    .toString(16)
    .padStart(2, "0");
}
