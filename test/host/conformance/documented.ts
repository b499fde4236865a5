import { test } from "vitest";
import type { Connection, ConnectOptions } from "../../../addin/playground/host/client";
import type { WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import type { WorkbookOptions } from "../../../addin/playground/host/model/modelSheets";

/** Opens the workbook in the implementation under test, behind Microsoft's own client. */
export type Open = (snapshot: WorkbookSnapshot, options?: OpenOptions) => Connection;

export type OpenOptions = ConnectOptions & { workbook?: WorkbookOptions };

/** Members cited by the suites, as `"Range.values"`; a test looks each up in Microsoft's typings. */
export const cited = new Set<string>();

/** One claim of Microsoft's documentation: `"Range.getCell()"` cites that member's page. */
export function documented(member: string, claim: string, check: () => Promise<void>): void {
  cited.add(member.replace("()", ""));
  test(`${pageOf(member)}: ${claim}`, check);
}

/** A claim of an article, or of an answer by Microsoft in an issue, rather than of a member's page. */
export function stated(page: string, claim: string, check: () => Promise<void>): void {
  test(`${page}: ${claim}`, check);
}

export const LIMITS_PAGE =
  "learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization";
export const ERRORS_PAGE = "learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling";
export const MODEL_PAGE = "learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model";

/** The code with which the work fails, or "no error". */
export async function errorCode(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "no error";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : `not an Office error: ${String(error)}`;
  }
}

function pageOf(member: string): string {
  const [name = "", property = ""] = member.split(".");
  const isMethod = property.endsWith("()");
  const anchor = `excel-excel-${name}-${property.replace("()", "")}-member${isMethod ? "(1)" : ""}`.toLowerCase();
  return `learn.microsoft.com/javascript/api/excel/excel.${name.toLowerCase()}#${anchor}`;
}
