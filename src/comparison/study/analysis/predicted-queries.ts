import type { Setting } from "../setting.ts";
import { settingText } from "../setting.ts";
import type { StudyFamily, StudyMethod } from "../study-family.ts";
import { amountOf, costOf, type Queries } from "./study-costs.ts";

/** Predicted queries of the methods of a family, each setting once: predicting a large search takes milliseconds. */
export class PredictedQueries {
  readonly #family: StudyFamily;
  readonly #known = new Map<string, Queries | null>();

  constructor(family: StudyFamily) {
    this.#family = family;
  }

  /** Cost of one method over that of another at a price; null where the setting does not fit or a cost is not known. */
  ratio(setting: Setting, pair: Pair, price: number): number | null {
    const [first, second] = [this.#of(setting, pair.first), this.#of(setting, pair.second)];
    if (first === null || second === null) return null;
    const ratio = costOf(first, price) / costOf(second, price);
    return ratio > 0 && Number.isFinite(ratio) ? ratio : null;
  }

  #of(setting: Setting, method: StudyMethod): Queries | null {
    const key = `${method.name} ${settingText(setting)}`;
    let queries = this.#known.get(key);
    if (queries === undefined) {
      queries = this.#fits(setting, method)
        ? amountOf(
            { ledger: method.predict(setting), work: method.predictWork?.(setting) },
            this.#family.unit,
          )
        : null;
      this.#known.set(key, queries);
    }
    return queries;
  }

  #fits(setting: Setting, { name }: StudyMethod): boolean {
    try {
      this.#family.require(setting, [name]);
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }
}

/** Two methods that are set against each other. */
export interface Pair {
  readonly first: StudyMethod;
  readonly second: StudyMethod;
}
