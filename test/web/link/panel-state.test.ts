import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choiceField,
  flagField,
  numberField,
  numbersField,
  textField,
  wholeField,
} from "../../../src/web/link/field.ts";
import { pageHash, parsePageHash } from "../../../src/web/link/page-hash.ts";
import { panelState } from "../../../src/web/link/panel-state.ts";

const fresh = () =>
  panelState({
    text: textField("a"),
    size: wholeField(16, 2, 64),
    angle: numberField(0.5, -1, 1),
    open: flagField(false),
    view: choiceField("bars", ["bars", "disks"]),
    values: numbersField({ theta: 1 }),
  });

describe("a link to a panel", () => {
  it("restores every state exactly", () => {
    const state = fc.record({
      text: fc.string({ unit: "binary" }),
      size: fc.integer({ min: 2, max: 64 }),
      angle: fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0),
      open: fc.boolean(),
      view: fc.constantFrom("bars" as const, "disks" as const),
      values: fc.dictionary(
        fc.stringMatching(/^[a-z_]\w*$/),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      ),
    });
    fc.assert(
      fc.property(state, (wanted) => {
        const [from, to] = [fresh(), fresh()];
        const entries = Object.entries(wanted);
        for (const [name, value] of entries) Object.assign(from.values[name as "text"], { value });
        const { panel, texts } = parsePageHash(pageHash("some", from.write()));
        to.read(texts);
        expect(panel).toBe("some");
        for (const [name, value] of entries) {
          const read = to.values[name as "text"].value as unknown;
          expect(typeof value === "object" ? { ...(read as object) } : read).toEqual(
            typeof value === "object" ? { ...value } : value,
          );
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("says only what differs from the beginning", () => {
    const state = fresh();
    expect(state.write()).toEqual({});
    state.values.size.value = 8;
    expect(pageHash("some", state.write())).toBe("#panel=some&size=8");
  });

  it("falls back on the beginning for what it leaves out and for what cannot be", () => {
    const state = fresh();
    state.values.text.value = "b";
    state.read(parsePageHash("#panel=some&size=1e9&angle=x&open=2&view=__proto__&values=a:b").texts);
    expect(state.write()).toEqual({});
  });
});
