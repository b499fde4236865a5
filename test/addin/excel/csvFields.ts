/** CSV text as fields (RFC 4180, by the letter). */
export function parsedCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") row = (rows.push(row), []);
    if (field.lastIndex === text.length) break;
  }
  return rows;
}

/** A field as it was before an apostrophe was put in front of what a spreadsheet would take for a formula. */
export function withoutApostrophe(field: string): string {
  return /^'+[\s\0]*[=+\-@＝＋－＠\t\r]/.test(field) ? field.slice(1) : field;
}
