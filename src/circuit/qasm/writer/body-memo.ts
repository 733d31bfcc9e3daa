import type { Body } from "./call.ts";

/** Bodies that were written already, by what they were written from; so that shared data are written once. */
export class BodyMemo {
  readonly #bodies = new WeakMap<object, Map<string, Body>>();

  /** The body for some data and a key that tells apart what is made of them. */
  body(data: object, key: string, write: () => Body): Body {
    const bodies = this.#bodies.get(data) ?? new Map<string, Body>();
    this.#bodies.set(data, bodies);
    const known = bodies.get(key);
    if (known !== undefined) return known;
    const body = write();
    bodies.set(key, body);
    return body;
  }
}
