import type { Lexer } from "../text/lexer.ts";
import type { TokenKind } from "../text/token-table.ts";

/** The words of OpenQASM 3 that are outside the subset: what each is, and what to do without it. */
const features: ReadonlyMap<TokenKind, readonly [feature: string, remedy: string]> = new Map([
  ["cal", ["calibration blocks (cal)", "leave pulse programs out"]],
  ["defcal", ["calibrations of gates (defcal)", "leave pulse programs out"]],
  ["defcalgrammar", ["calibration grammars (defcalgrammar)", "leave pulse programs out"]],
  ["extern", ["external functions (extern)", "compute the value outside and pass it as an input"]],
  ["box", ["timing boxes (box)", "write the statements of the box without it"]],
  ["delay", ["delays (delay)", "leave the delay out"]],
  ["duration", ["durations (duration)", "leave timing out"]],
  ["stretch", ["stretchable durations (stretch)", "leave timing out"]],
  ["durationof", ["durations (durationof)", "leave timing out"]],
  ["timing", ["durations (a number with a unit of time)", "leave timing out"]],
  ["array", ["arrays (array)", "use a bit register, or one variable for each element"]],
  ["readonly", ["arrays (readonly)", "pass one value for each element"]],
  ["mutable", ["arrays (mutable)", "return values instead"]],
  ["#dim", ["arrays (#dim)", "use registers"]],
  ["complex", ["complex numbers (complex)", "write real and imaginary parts as two floats"]],
  ["imaginary", ["complex numbers (im)", "write real and imaginary parts as two floats"]],
  ["switch", ["switch statements (switch)", "write if and else"]],
  ["nop", ["idle statements (nop)", "use barrier, or leave it out"]],
]);

/** Refuses the current token if it stands for a feature outside the subset, with one error that names it. */
export function refuseFeature(lexer: Lexer): void {
  const known = features.get(lexer.kind);
  if (known === undefined) return;
  const [feature, remedy] = known;
  throw lexer.error({
    code: "Q601",
    expected: "a feature of the subset that is read here",
    got: feature,
    remedy,
  });
}
