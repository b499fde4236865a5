import { expect, test } from "vitest";
import { canonical, parsePreset, presetDocument } from "../../../engine/index";
import { accepted } from "../samples";
import { everyPart, EVERY_PART_TEXT } from "./hostile/family";

test("a preset with every part in use is accepted, and its document is the one it was read from", () => {
  const document = presetDocument(accepted(EVERY_PART_TEXT));
  expect(document).toEqual(everyPart()); // nothing is left to a default, so that every part is written out
  expect(JSON.stringify(document.fields)).toBe(JSON.stringify(everyPart()["fields"])); // in their order too
  expect(canonical(presetDocument(accepted(JSON.stringify(document))))).toBe(canonical(everyPart()));
});

test("every part of a preset is in use in it", () => {
  const { preset } = parsePreset(EVERY_PART_TEXT) as { preset: Record<string, unknown> };
  const unused = Object.entries(preset).filter(
    ([, part]) => part === null || (Array.isArray(part) && part.length === 0),
  );
  expect(unused).toEqual([]);
  expect(Object.keys(preset)).toHaveLength(17);
});
