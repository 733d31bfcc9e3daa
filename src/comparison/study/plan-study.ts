import type { ParameterValue } from "../../applications/system.ts";
import { checkParameter } from "./check-parameter.ts";
import { studyFamilies } from "./families.ts";
import { pointText } from "./point-text.ts";
import type { Setting } from "./setting.ts";
import type { StudyFamily, StudyMethod } from "./study-family.ts";
import type { PlannedSweep, StudyPlan, StudyPoint } from "./study-plan.ts";
import type { StudySpec, StudySweep } from "./study-spec.ts";

/** More points than this are refused: a typing error is more likely than a study of that size. */
const mostPoints = 100_000;

/**
 * Checks a study and lays out its points, before anything runs.
 *
 * Points are ordered by sweep, value, method and seed; a point that two sweeps share is run once.
 *
 * Errors: RangeError or TypeError that begins with the place in the study, such as `sweeps[0].values[2]`; LimitError for
 * sizes that do not fit.
 *
 * @example planStudy({ family: "kronecker-sketch", seeds: [1] }).points.length // 6
 */
export function planStudy(spec: StudySpec, families: readonly StudyFamily[] = studyFamilies): StudyPlan {
  const family = families.find(({ name }) => name === spec.family);
  if (family === undefined) {
    throw new RangeError(
      `family: expected one of ${families.map(({ name }) => name).join(", ")}, got ${JSON.stringify(spec.family)}; pick one.`,
    );
  }
  const methods = spec.methods === undefined ? family.methods : named(family, "methods", spec.methods);
  const base = { ...defaults(family), ...given(family, "base", spec.base) };
  const seeds = different("seeds", spec.seeds, (place, seed) => {
    if (Number.isSafeInteger(seed) && seed >= 0) return;
    throw new RangeError(
      `${place}: expected a whole number from 0 to 2^53 − 1 as seed, got ${seed}; 1, 2, 3 will do.`,
    );
  });
  const prices = different("prices", spec.prices ?? [1, 10, 100, 1000], (place, price) => {
    if (price > 0 && Number.isFinite(price)) return;
    throw new RangeError(
      `${place}: expected a price above 0, got ${price}; 1 prices both kinds of query alike.`,
    );
  });
  const { confidence = 0.9 } = spec;
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence: expected a number between 0 and 1, got ${confidence}; 0.9 is usual.`);
  }
  const sweeps = (spec.sweeps ?? []).map((sweep, k) =>
    plannedSweep(family, `sweeps[${k}]`, sweep, base, methods),
  );
  if (sweeps.length === 0)
    located("base", () =>
      family.require(
        base,
        methods.map(({ name }) => name),
      ),
    );
  const points = laidOut(family, sweeps.length > 0 ? sweeps : [{ settings: [base], methods }], seeds);
  if (points.length > mostPoints) {
    throw new RangeError(
      `study: expected at most ${mostPoints} points, got ${points.length}; take fewer values, methods or seeds.`,
    );
  }
  return {
    family,
    title: spec.title ?? family.title,
    base,
    sweeps,
    methods,
    seeds,
    prices: [...prices].sort((a, b) => a - b),
    confidence,
    points,
  };
}

function plannedSweep(
  family: StudyFamily,
  place: string,
  sweep: StudySweep,
  base: Setting,
  studyMethods: readonly StudyMethod[],
): PlannedSweep {
  const { vary } = sweep;
  const parameter = Object.hasOwn(family.parameters, vary) ? family.parameters[vary] : undefined;
  if (parameter === undefined || (parameter.kind !== "integer" && parameter.kind !== "number")) {
    const numeric = Object.keys(family.parameters).filter((name) =>
      ["integer", "number"].includes(family.parameters[name].kind),
    );
    throw new RangeError(
      `${place}.vary: expected one of ${numeric.join(", ")}, got ${JSON.stringify(vary)}; only numbers are swept.`,
    );
  }
  const values = different(`${place}.values`, sweep.values, (at, value) =>
    checkParameter(at, parameter, value),
  );
  const fixed = { ...base, ...given(family, `${place}.with`, sweep.with) };
  if (sweep.with !== undefined && Object.hasOwn(sweep.with, vary)) {
    throw new RangeError(
      `${place}.with.${vary}: expected parameters other than the one that varies, got ${vary}; leave it out.`,
    );
  }
  const methods =
    sweep.methods === undefined ? studyMethods : named(family, `${place}.methods`, sweep.methods);
  const { fitFrom } = sweep;
  if (fitFrom !== undefined && !values.some((value) => value >= fitFrom)) {
    throw new RangeError(
      `${place}.fitFrom: expected at most ${Math.max(...values)}, the last value, got ${fitFrom}; leave it out to fit all.`,
    );
  }
  const names = methods.map(({ name }) => name);
  values.forEach((value, k) => {
    located(`${place}.values[${k}]`, () => family.require({ ...fixed, [vary]: value }, names));
  });
  const ascending = [...values].sort((a, b) => a - b);
  const { [vary]: _, ...rest } = fixed;
  return {
    vary,
    values: ascending,
    settings: ascending.map((value) => ({ ...fixed, [vary]: value })),
    fixed: rest,
    methods,
    fitFrom: fitFrom ?? ascending[0],
  };
}

function laidOut(
  family: StudyFamily,
  sweeps: readonly { readonly settings: readonly Setting[]; readonly methods: readonly StudyMethod[] }[],
  seeds: readonly number[],
): StudyPoint[] {
  const points = new Map<string, StudyPoint>();
  for (const { settings, methods } of sweeps) {
    for (const setting of settings) {
      for (const { name: method } of methods) {
        for (const seed of seeds) {
          const point = { family: family.name, revision: family.revision, setting, method, seed };
          const text = pointText(point);
          if (!points.has(text)) points.set(text, point);
        }
      }
    }
  }
  return [...points.values()];
}

function defaults(family: StudyFamily): Record<string, ParameterValue> {
  return Object.fromEntries(
    Object.entries(family.parameters).map(([name, { default: value }]) => [name, value]),
  );
}

function given(
  family: StudyFamily,
  place: string,
  values: Readonly<Record<string, ParameterValue>> = {},
): Setting {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (!Object.hasOwn(family.parameters, name)) {
        throw new RangeError(
          `${place}.${name}: expected a parameter among ${Object.keys(family.parameters).join(", ")}, got ${name}; correct its name.`,
        );
      }
      return [name, checkParameter(`${place}.${name}`, family.parameters[name], value)];
    }),
  );
}

function named(family: StudyFamily, place: string, names: readonly string[]): readonly StudyMethod[] {
  return different(place, names, (at, name) => {
    if (family.methods.some((method) => method.name === name)) return;
    throw new RangeError(
      `${at}: expected one of ${family.methods.map((method) => method.name).join(", ")}, got ${JSON.stringify(name)}; pick one.`,
    );
  }).map((name) => family.methods.find((method) => method.name === name) as StudyMethod);
}

/** Checks a list: at least one value, each sound and there once. */
function different<Value>(
  place: string,
  values: readonly Value[],
  check: (place: string, value: Value) => void,
): readonly Value[] {
  if (values.length === 0) throw new RangeError(`${place}: expected at least one value, got none; give one.`);
  const places = new Map<Value, number>();
  values.forEach((value, k) => {
    check(`${place}[${k}]`, value);
    const before = places.get(value);
    places.set(value, k);
    if (before !== undefined) {
      throw new RangeError(
        `${place}[${k}]: expected different values, got ${JSON.stringify(value)} again, as ${place}[${before}]; leave one out.`,
      );
    }
  });
  return values;
}

/** Puts the place in the study before the message of an error. */
function located(place: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof RangeError) error.message = `${place}: ${error.message}`;
    throw error;
  }
}
