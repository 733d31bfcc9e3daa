import { expect, it } from "vitest";
import { withUniqueIds } from "../../../src/presentation/report/unique-ids.ts";

it("withUniqueIds renames ids and everything that points to them, and nothing else", () => {
  const svg =
    '<svg aria-labelledby="t d"><title id="t">id="t"</title><desc id="d"/><clipPath id="c"/><g clip-path="url(#c)"/><use href="#c"/></svg>';
  expect(withUniqueIds(svg, "p")).toBe(
    '<svg aria-labelledby="p-t p-d"><title id="p-t">id="t"</title><desc id="p-d"/><clipPath id="p-c"/><g clip-path="url(#p-c)"/><use href="#p-c"/></svg>',
  );
});
