import type { Setting } from "../setting.ts";
import { settingText } from "../setting.ts";
import type { StudyFamily, StudyMethod } from "../study-family.ts";
import { costOf, type Queries, queriesOf } from "./study-costs.ts";

/** Predicted queries of the methods of a family, each setting once: predicting a large search takes milliseconds. */
export class PredictedQueries {
  readonly #family: StudyFamily;
  readonly #known = new Map<string, Queries | null>();

  constructor(family: StudyFamily) {
    this.#family = family;
  }

  /** Cost of one method over that of another at a price; null where the setting does not fit or a cost is not known. */
  ratio(setting: Setting, pair: Pair, price: number): number | null {
    const [quantum, classical] = [this.#of(setting, pair.quantum), this.#of(setting, pair.classical)];
    if (quantum === null || classical === null) return null;
    const ratio = costOf(quantum, price) / costOf(classical, price);
    return ratio > 0 && Number.isFinite(ratio) ? ratio : null;
  }

  #of(setting: Setting, method: StudyMethod): Queries | null {
    const key = `${method.name} ${settingText(setting)}`;
    let queries = this.#known.get(key);
    if (queries === undefined) {
      queries = this.#fits(setting, method) ? queriesOf(method.predict(setting), this.#family.unit) : null;
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
  readonly quantum: StudyMethod;
  readonly classical: StudyMethod;
}
