import { describe, expect, it } from "vitest";
import { cutMiddle, ketLabel, stateLabels } from "../../../src/presentation/state/ket-labels.ts";
import { shownStates } from "../../../src/presentation/state/shown-states.ts";

describe("ketLabel", () => {
  it("writes states in binary, the highest qubit first", () => {
    expect(ketLabel(3, 4)).toBe("|0011⟩");
    expect(stateLabels("test", 8, undefined)(5)).toBe("|101⟩");
    expect(stateLabels("test", 6, undefined)(5)).toBe("5");
    expect(stateLabels("test", 2, ["a", "b"])(1)).toBe("b");
  });
});

describe("cutMiddle", () => {
  it("keeps both ends", () => {
    expect(cutMiddle("|0123456789⟩", 7)).toBe("|01…89⟩");
    expect(cutMiddle("|01⟩", 7)).toBe("|01⟩");
  });
});

describe("shownStates", () => {
  it("shows all, or the possible ones, or the most probable", () => {
    expect(shownStates([0, 1], 2)).toEqual({ states: [0, 1], others: 0, rest: 0 });
    expect(shownStates([0, 0.5, 0, 0.5], 2)).toEqual({ states: [1, 3], others: 0, rest: 0 });
    expect(shownStates([0.25, 0.5, 0, 0.25], 2)).toEqual({ states: [1, 0], others: 1, rest: 0.25 });
  });
});
