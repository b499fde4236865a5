import { mkdir, writeFile } from "node:fs/promises";
import { writeWorkbook } from "../files/writeWorkbook";
import { sampleWorkbook } from "./workbook";

/** Writes the sample into docs/sample: `npx tsx addin/playground/sample/make.ts`, from the root of the project. */
async function make(): Promise<void> {
  await mkdir("docs/sample", { recursive: true });
  for (const quarter of [1, 2] as const) {
    await writeFile(`docs/sample/accounts-2026-q${quarter}.xlsx`, await writeWorkbook(sampleWorkbook(quarter)));
  }
}

await make();
