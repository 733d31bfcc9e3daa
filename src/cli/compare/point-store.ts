import { resolve } from "node:path";
import { isRegularOrNew } from "../output/is-regular-or-new.ts";
import type { Session } from "../session.ts";
import type { CompareFlags } from "./compare-flags.ts";
import type { FinishedPoint } from "./finished-point.ts";
import { Journal } from "./journal.ts";

/** Where the points of an interrupted study go that was to keep none. */
const lastResort = "kronket-compare.partial";

/**
 * Keeps the finished points of a study: in a journal named by --resume or beside --out, else in memory until an
 * interruption.
 */
export class PointStore {
  readonly #session: Session;
  readonly #name: string | undefined;
  readonly #isNamed: boolean;
  readonly #memory = new Map<string, FinishedPoint>();
  #journal: Journal | undefined;

  /** Errors: CliError (bad input) for a file that is no journal. */
  constructor({ out, resume }: CompareFlags, session: Session) {
    this.#session = session;
    const beside =
      out !== undefined && isRegularOrNew(resolve(session.io.cwd, out)) ? `${out}.partial` : undefined;
    this.#isNamed = typeof resume === "string" && resume !== beside;
    this.#name = typeof resume === "string" ? resume : (beside ?? (resume === true ? lastResort : undefined));
    if (this.#name === undefined) return;
    this.#journal = new Journal(this.#name, resolve(session.io.cwd, this.#name));
    const { finished, damaged } = this.#journal;
    if (finished.size > 0) session.note(`going on from ${this.#name}: ${finished.size} points are there`);
    if (damaged > 0)
      session.note(
        `${this.#name}: ${damaged} damaged line${damaged > 1 ? "s" : ""} left out, to be run again`,
      );
  }

  get finished(): ReadonlyMap<string, FinishedPoint> {
    return this.#journal?.finished ?? this.#memory;
  }

  add(key: string, point: FinishedPoint): void {
    if (this.#journal === undefined) this.#memory.set(key, point);
    else this.#journal.add(key, point);
  }

  /** Keeps what is there because the study ends early, and says how to go on. */
  keep(total: number): string {
    const count = this.finished.size;
    if (count === 0) return "no point was complete, so there is nothing to go on from";
    const name = this.#name ?? lastResort;
    if (this.#journal === undefined) {
      this.#journal = new Journal(name, resolve(this.#session.io.cwd, name));
      for (const [key, point] of this.#memory) {
        if (!this.#journal.finished.has(key)) this.#journal.add(key, point);
      }
    }
    return `${count} points are in ${name} (the study has ${total}); go on with the same command and --resume ${name}`;
  }

  close(): void {
    this.#journal?.close();
  }

  /** Removes a journal that nobody named: the results have been handed over. */
  discard(): void {
    if (!this.#isNamed) this.#journal?.discard();
  }
}
