import { sheetOf, workbookOf } from "../host/simpleSnapshot";
import type { WorkbookSnapshot } from "../host/snapshot";
import { messyExport } from "./messyExport";
import { sampleWorkbook } from "./workbook";

export type SampleName = "accounts" | "quarterLater" | "messy" | "empty";

/** The workbooks to try things on, under the names that their files would have. */
export const SAMPLES: Readonly<Record<SampleName, { file: string; workbook: () => WorkbookSnapshot }>> = {
  accounts: { file: "Accounts 2026 Q1.xlsx", workbook: () => sampleWorkbook(1) },
  quarterLater: { file: "Accounts 2026 Q2.xlsx", workbook: () => sampleWorkbook(2) },
  messy: { file: "Account export.xlsx", workbook: messyExport },
  empty: { file: "Book1.xlsx", workbook: () => workbookOf([sheetOf("Sheet1")]) },
};
