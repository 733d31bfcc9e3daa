import type { GateName } from "../../index.ts";

/** Ids of Quirk for gates of the table that it has as they are. */
export const fixedGates: Partial<Record<GateName, string>> = {
  id: "…",
  x: "X",
  y: "Y",
  z: "Z",
  h: "H",
  s: "Z^½",
  sdg: "Z^-½",
  t: "Z^¼",
  tdg: "Z^-¼",
  sx: "X^½",
  sxdg: "X^-½",
};

/** Ids and formulas of Quirk for gates of the table with one angle; Z^t turns by t half turns. */
export const formulaGates: Partial<Record<GateName, { readonly id: string; readonly per: string }>> = {
  rx: { id: "Rxft", per: "" },
  ry: { id: "Ryft", per: "" },
  rz: { id: "Rzft", per: "" },
  p: { id: "Z^ft", per: "/pi" },
  u1: { id: "Z^ft", per: "/pi" },
};

/** Fractions of a half turn that Quirk writes as exponents. */
export const fractions: Record<string, number> = {
  "½": 1 / 2,
  "⅓": 1 / 3,
  "¼": 1 / 4,
  "⅛": 1 / 8,
  "⅟₁₆": 1 / 16,
  "⅟₃₂": 1 / 32,
  "⅟₆₄": 1 / 64,
  "⅟₁₂₈": 1 / 128,
};

/** Global phases that Quirk has as gates. */
export const scalars: Record<string, number> = {
  NeGate: Math.PI,
  i: Math.PI / 2,
  "-i": -Math.PI / 2,
  "√i": Math.PI / 4,
  "√-i": -Math.PI / 4,
};

/** Gates that show something and do nothing; a number of wires may follow the name. */
export const displays = /^(?:…|Bloch|(?:Amps|Chance|Sample|Density)\d*)$/;
