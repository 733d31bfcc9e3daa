import type { StudyAnalysis, StudyPlan, StudySpec } from "../../index.ts";
import type { FinishedPoint } from "../compare/finished-point.ts";
import { pointKey } from "../compare/point-key.ts";

/** One point as a line of results; the time only where it was asked for, since it is never the same twice. */
export function pointDocument({ result, milliseconds }: FinishedPoint, times: boolean) {
  return {
    schema: "kronket/point/1",
    key: pointKey(result),
    ...result,
    ...(times ? { milliseconds } : {}),
  };
}

/** Everything that `kronket compare --json` prints. The same study gives the same bytes, unless times are asked for. */
export interface CompareDocument {
  readonly schema: "kronket/compare/1";
  readonly version: string;
  /** The study with all defaults filled in. */
  readonly study: StudySpec;
  readonly conclusion: readonly string[];
  readonly analysis: StudyAnalysis;
  readonly points: readonly ReturnType<typeof pointDocument>[];
  readonly methods: readonly MethodDocument[];
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
}

/** A method with what it assumes and what it is said to cost. */
export interface MethodDocument {
  readonly name: string;
  readonly title: string;
  readonly side: "quantum" | "classical";
  readonly guaranteed: boolean;
  readonly source: string;
  readonly assumptions: readonly string[];
  readonly costs: readonly {
    readonly name: string;
    readonly expression: string;
    readonly where?: Readonly<Record<string, string>>;
    readonly latex: string;
    readonly label: string;
    readonly paper: string;
    readonly theorem: string;
  }[];
}

/** A planned study as one that could be written into a file. */
export function studyDocument(plan: StudyPlan): StudySpec {
  return {
    family: plan.family.name,
    title: plan.title,
    base: plan.base as NonNullable<StudySpec["base"]>,
    sweeps: plan.sweeps.map(({ vary, values, fixed, methods, fitFrom }) => {
      const changed = Object.entries(fixed).filter(([name, value]) => plan.base[name] !== value);
      return {
        vary,
        values,
        ...(changed.length === 0 ? {} : { with: Object.fromEntries(changed) }),
        methods: methods.map(({ name }) => name),
        fitFrom,
      };
    }),
    methods: plan.methods.map(({ name }) => name),
    seeds: plan.seeds,
    prices: plan.prices,
    confidence: plan.confidence,
  };
}

/** The methods of a study as plain JSON. */
export function methodDocuments(
  { methods }: StudyPlan,
  latex: Readonly<Record<string, string>>,
): MethodDocument[] {
  return methods.map(({ name, title, side, guaranteed, source, assumptions, costs }) => ({
    name,
    title,
    side,
    guaranteed,
    source,
    assumptions,
    costs: costs.map(({ name: cost, expression, where, label, paper, theorem }) => ({
      name: cost,
      expression,
      ...(where === undefined ? {} : { where }),
      latex: latex[cost],
      label,
      paper,
      theorem,
    })),
  }));
}
