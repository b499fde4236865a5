import { expect, test } from "vitest";
import { BUILT_IN, inProcess, resultOf, run } from "../../engine/index";
import { engineSuite, LADDER } from "./engineSuite";
import { AS_OF, cellsOf, tableOf, tiered } from "./samples";

engineSuite("the engine on the thread that asks", () => ({ engine: inProcess() }));

test("it says where it runs", () => {
  expect(inProcess().thread).toBe("own");
});

test.each([...BUILT_IN.values(), LADDER].map((preset) => [preset.id, preset] as const))(
  "what a run of %s found is plain data",
  (_, preset) => {
    const cells = [
      ["Account", "Revenue", "Industry", "value"],
      ["Acme", 60, "Software", 60],
    ];
    const found = resultOf(run(tableOf(cells, preset), preset, { asOf: AS_OF }));
    expect(structuredClone(found)).toEqual(found);
  },
);

test("a result tells who is who, and who is in the race", () => {
  const { size, firstRow, accountCodes, included } = resultOf(
    tiered([...cellsOf({ Acme: 60, Bolt: 30 }), [" ACME", 1], ["n/a", 5]], {}),
  );
  expect({ size, firstRow }).toEqual({ size: 4, firstRow: 1 });
  expect([...accountCodes]).toEqual([0, 1, 0, -1]);
  expect([...included]).toEqual([1, 1, 1, 0]);
});
