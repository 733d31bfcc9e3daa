import { expect, it } from "vitest";
import { bytesText } from "../../../src/presentation/format/bytes-text.ts";

it("bytesText counts in powers of 1024", () => {
  const texts = [0, 1, 1023, 1024, 1536, 13493022, 96e6, 2 ** 30, 1024 ** 4 * 2].map((bytes) =>
    bytesText(bytes).replaceAll("\u202f", " "),
  );
  expect(texts).toEqual([
    "0 bytes",
    "1 byte",
    "1 023 bytes",
    "1 KiB",
    "1.5 KiB",
    "12.9 MiB",
    "91.6 MiB",
    "1 GiB",
    "2 TiB",
  ]);
});

it("bytesText goes to the next unit where three digits would not do", () => {
  expect(bytesText(1024 * 1024 - 1)).toBe("1\u202fMiB");
});

it("bytesText says unavailable for what is not known and refuses negative amounts", () => {
  expect(bytesText(null)).toBe("unavailable");
  expect(bytesText(Number.NaN)).toBe("unavailable");
  expect(() => bytesText(-1)).toThrow(/expected bytes ≥ 0, got -1/);
});
