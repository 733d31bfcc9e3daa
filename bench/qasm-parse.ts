import { parseQasm, seededRandom } from "../src/index.ts";
import { longQasm } from "../test/support/qasm-text.ts";
import { measure, type Timing } from "./measure.ts";

/** How fast a text is read: the time, and the megabytes a second that it comes to. */
export interface ParseSpeed {
  readonly timing: Timing;
  readonly megabytes: number;
  /** Megabytes a second at the median. */
  readonly speed: number;
}

/** Speeds of one version, and the exponent k of the law time ∝ size^k that fits their medians best. */
export interface ParseSpeeds {
  readonly version: 2 | 3;
  readonly speeds: readonly ParseSpeed[];
  readonly exponent: number;
}

const sizes = [1, 2.5, 5, 10];

/** Megabytes a second that reading must reach. */
export const speedGoal = 2;

/** Reads generated programs of four sizes in both versions of OpenQASM. */
export function benchQasmParse(runs: number): ParseSpeeds[] {
  return ([2, 3] as const).map((version) => {
    const speeds = sizes.map((megabytes): ParseSpeed => {
      const text = longQasm(version, megabytes * 1e6, seededRandom(11));
      const timing = measure(`OpenQASM ${version}, ${megabytes} MB`, runs, () => parseQasm(text));
      return { timing, megabytes, speed: megabytes / timing.median };
    });
    return { version, speeds, exponent: fittedExponent(speeds) };
  });
}

/** The slope of the least-squares line through log(time) over log(size). */
function fittedExponent(speeds: readonly ParseSpeed[]): number {
  const points = speeds.map(
    ({ megabytes, timing }) => [Math.log(megabytes), Math.log(timing.median)] as const,
  );
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x0, y0] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0);
  return covariance / points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
}
