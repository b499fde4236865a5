import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { HEADERS, type Cells } from "../job/cells";
import {
  AS_OF_SERIAL,
  BUMPED,
  LAST_ESTABLISHED,
  REVIEW,
  SCORES,
  SEATS,
  SEGMENTS,
  SHARES,
  TIERS,
  WEIGHTS,
  type Labels,
} from "../job/job";

const LAST_COLUMN = "W";
const clamped = (number: string) => `MAX(0;MIN(1;${number}))`;

/** What an analyst writes beside the accounts, in row `r` of a sheet whose last row is `n`: columns K to W. */
function formulas(r: number, n: number): string[] {
  const all = (column: string) => `${column}$2:${column}$${n}`;
  const [prospect, newStart, key, enterprise, commercial] = SEGMENTS;
  const isLarge = `AND(OR(${BUMPED.industries.map((name) => `B${r}="${name}"`).join(";")});N(C${r})>=${BUMPED.employees})`;
  return [
    `IF(SUMPRODUCT(ISTEXT(C${r}:J${r})*1)>0;1;0)`, // K review
    `IF(NOT(ISNUMBER(H${r}));"prospect";IF(H${r}>${AS_OF_SERIAL};"prospect";IF(H${r}>${LAST_ESTABLISHED};"new";"established")))`, // L life
    `IF(COUNT(D${r}:F${r})=0;"";SUM(D${r}:F${r}))`, // M income
    `IF(L${r}="established";IF(ISNUMBER(M${r});M${r};IF(ISNUMBER(G${r});G${r};""));IF(ISNUMBER(G${r});G${r};M${r}))`, // N value
    `IF(ISNUMBER(N${r});(RANK(N${r};${all("N")};1)-1)/(COUNT(${all("N")})-1);"")`, // O percent rank
    `IF(COUNT(O${r};I${r};J${r})=0;"";ROUND((${WEIGHTS.rank}*N(O${r})+${WEIGHTS.engagement}*${clamped(`N(I${r})/100`)}+${WEIGHTS.growth}*${clamped(`N(J${r})`)})/(${WEIGHTS.rank}*ISNUMBER(O${r})+${WEIGHTS.engagement}*ISNUMBER(I${r})+${WEIGHTS.growth}*ISNUMBER(J${r}));4))`, // P score
    `IF(AND(K${r}=0;L${r}="established";N(N${r})>0);N${r};0)`, // Q what shares are of
    `IF(Q${r}>0;SUMIF(${all("Q")};">"&Q${r})/SUM(${all("Q")});1)`, // R the part above
    `IF(K${r}=1;"${REVIEW}";IF(L${r}="prospect";"${prospect}";IF(L${r}="new";"${newStart}";IF(R${r}<${SHARES.key};"${key}";IF(R${r}<${SHARES.enterprise};"${enterprise}";"${commercial}")))))`, // S
    `IF(K${r}=1;9;IF(OR(S${r}="${key}";N(P${r})>=${SCORES.tier1});1;IF(N(P${r})>=${SCORES.tier2};2;3)))`, // T rung
    `IF(T${r}=9;9;MAX(1;T${r}-IF(${isLarge};1;0)))`, // U bumped
    `IF(U${r}<>1;"";IF(ISNUMBER(N${r});COUNTIFS(${all("U")};1;${all("N")};">"&N${r})+COUNTIFS(${all("U")};1;${all("N")};N${r};${all("A")};"<"&A${r});COUNTIFS(${all("U")};1;${all("N")};">-1E+300")+COUNTIFS(${all("U")};1;${all("N")};"";${all("A")};"<"&A${r}))+1)`, // V seat
    `IF(U${r}=9;"${REVIEW}";IF(U${r}=1;IF(V${r}<=${SEATS};"${TIERS[0]}";"${TIERS[1]}");IF(U${r}=2;"${TIERS[1]}";"${TIERS[2]}")))`, // W tier
  ];
}

export interface Opened {
  readonly labels: Labels | null;
  readonly milliseconds: number;
}

/** LibreOffice opens the accounts, calculates and saves what it found as text: with its formulas, or the cells alone. */
export async function openInOffice(rows: Cells, what: "formulas" | "cells"): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    const file = join(folder, "accounts.fods");
    await writeFile(file, sheet(rows, what));
    const from = performance.now();
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const target = ["--headless", "--convert-to", "csv", "--outdir", folder, file];
    await promisify(execFile)("soffice", [profile, ...target]);
    const milliseconds = performance.now() - from;
    const text = await readFile(join(folder, "accounts.csv"), "utf8");
    return { labels: what === "formulas" ? labelsOf(text) : null, milliseconds };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function labelsOf(text: string): Labels {
  const lines = text.trimEnd().split("\n").slice(1);
  const cells = lines.map((line) => line.split(",")); // no cell of the job holds a comma
  const [segment, tier] = [LAST_COLUMN.charCodeAt(0) - 65 - 4, LAST_COLUMN.charCodeAt(0) - 65];
  return { segment: cells.map((row) => row[segment] ?? ""), tier: cells.map((row) => row[tier] ?? "") };
}

/** A flat OpenDocument sheet; formulas have no results in it, so that all are calculated. */
function sheet(rows: Cells, what: "formulas" | "cells"): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const cell = (value: string | number | boolean) =>
    typeof value === "number"
      ? `<table:table-cell office:value-type="float" office:value="${value}"/>`
      : value === ""
        ? "<table:table-cell/>"
        : `<table:table-cell office:value-type="string"><text:p>${escaped(String(value))}</text:p></table:table-cell>`;
  const formula = (text: string) => `<table:table-cell table:formula="of:=${escaped(bracketed(text))}"/>`;
  const row = (cells: readonly string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
  const body = rows.map((cells, i) =>
    row([...cells.map(cell), ...(what === "formulas" ? formulas(i + 2, rows.length + 1).map(formula) : [])]),
  );
  const spaces = ["office", "table", "text"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const named = `${spaces.join(" ")} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${named} office:version="1.2" ` +
    `office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>` +
    `<table:table table:name="Accounts">${row(HEADERS.map(cell))}${body.join("")}</table:table>` +
    `</office:spreadsheet></office:body></office:document>`
  );
}

/** References as OpenFormula writes them: [.A1], [.A$2:.A$9]; words in quotes are left alone. */
function bracketed(text: string): string {
  const reference = /"[^"]*"|\b([A-W]\$?\d+)(?::([A-W]\$?\d+))?/g;
  return text.replace(reference, (whole, from?: string, to?: string) =>
    from === undefined ? whole : to === undefined ? `[.${from}]` : `[.${from}:.${to}]`,
  );
}
