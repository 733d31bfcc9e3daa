import { describe, expect, it } from "vitest";
import {
  cutText,
  TextCanvas,
  textCells,
  textColumns,
} from "../../../src/presentation/diagram/text-canvas.ts";
import { cutWireName } from "../../../src/presentation/diagram/wire-name.ts";

describe("textColumns", () => {
  it("counts two cells for wide signs and none for marks above letters", () => {
    expect(textColumns("abc")).toBe(3);
    expect(textColumns("量子")).toBe(4);
    expect(textColumns("🙂")).toBe(2);
    expect(textColumns("e\u0301")).toBe(1);
    expect(textCells("a量")).toEqual(["a", "量", ""]);
  });
});

describe("cutText", () => {
  it("cuts to the room, an ellipsis included, and never through a wide sign", () => {
    expect(cutText("abcdef", 6, "…")).toBe("abcdef");
    expect(cutText("abcdefg", 6, "…")).toBe("abcde…");
    expect(cutText("量子量子", 4, "…")).toBe("量…");
    expect(cutText("abcdefg", 1, "..")).toBe(".");
  });
});

describe("TextCanvas", () => {
  it("keeps what is drawn inside and drops the rest", () => {
    const canvas = new TextCanvas(5, 2);
    canvas.writeAround(2, 0, "abc");
    canvas.write(3, 1, "xyz");
    canvas.put(-1, 7, "!");
    expect(canvas.toString()).toBe(" abc\n   xy");
    expect(canvas.at(1, 0)).toBe("a");
    expect(canvas.at(9, 9)).toBe(" ");
  });
});

describe("cutWireName", () => {
  it("keeps the place in the register", () => {
    const fits = (text: string) => text.length <= 8;
    expect(cutWireName("counting[12]", "…", fits)).toBe("cou…[12]");
    expect(cutWireName("short[1]", "…", fits)).toBe("short[1]");
    expect(cutWireName("counting_long", "…", fits)).toBe("countin…");
    expect(cutWireName("counting[123456789]", "…", fits)).toBe("c…[123456789]");
  });
});
