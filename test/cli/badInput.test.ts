import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { workbookOf, sheetOf } from "../../addin/playground/host/simpleSnapshot";
import { folder, PRESETS, ran, refusal, SAMPLE, spawned } from "./running";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const here = folder();
const at = (name: string) => here.file(name);
let before: string[] = [];

beforeAll(async () => {
  here.file("ok.csv", "Account,Revenue\nA,1\nB,3\n");
  here.file("empty.csv", "");
  here.file("blank.csv", "\n\n,,\n");
  here.file("header.csv", "Account,Revenue\n");
  here.file("twice.csv", "Account,Revenue,Revenue\nA,1,2\n");
  here.file("long.csv", `Account,Revenue\nA,1\n${"x".repeat(32_768)},2\n`);
  here.file("binary.csv", Uint8Array.of(0, 1, 2, 3, 0, 0, 255));
  here.file("words.xlsx", "Account,Revenue\n");
  here.file("cut.xlsx", readFileSync(SAMPLE).subarray(0, 20_000));
  here.file("old.xls", Uint8Array.from([...OLE, 0, 0]));
  here.file("old.xlsx", Uint8Array.from([...OLE, 0, 0]));
  here.file("secret.xlsx", Uint8Array.from([...OLE, ...new Uint8Array(Buffer.from("EncryptedPackage", "utf16le"))]));
  here.file("notes.docx", "x");
  here.file("text.json", "not json");
  const table = (name: string, column: number) => ({
    id: name,
    name,
    row: 0,
    column,
    rows: 2,
    columns: 2,
    columnNames: ["Account", "Revenue"].map((each, i) => ({ id: i + 1, name: each })),
    hasHeaders: true,
    hasTotals: false,
    style: "",
    isDataFiltered: false,
  });
  const values = [
    ["Account", "Revenue", "", "Account", "Revenue"],
    ["A", 1, "", "B", 2],
  ];
  const two = sheetOf("Two", values, { tables: [table("East", 0), table("West", 3)] });
  here.file("tables.xlsx", await writeWorkbook(workbookOf([two])));
  const locked = sheetOf("Locked", [["Account", "Revenue"], ["A", 1]], { isProtected: true }); // prettier-ignore
  here.file("locked.xlsx", await writeWorkbook(workbookOf([locked])));
  mkdirSync(at("folder.csv"));
  mkdirSync(at("folder.xlsx"));
  mkdirSync(at("closed"));
  chmodSync(at("closed"), 0o555);
  linkSync(at("words.xlsx"), at("same.xlsx"));
  symlinkSync(at("words.xlsx"), at("pointer.xlsx"));
  before = readdirSync(here.path);
});

test.each<[string, () => string[], string | RegExp]>([
  ["no file", () => [], /^No file was named/],
  ["two files", () => ["a.csv", "b.csv"], "One file at a time: b.csv came behind a.csv"],
  ["a missing file", () => [at("none.csv")], "none.csv: there is no such file."],
  ["a folder", () => [at("folder.csv")], "folder.csv: this is a folder."],
  ["an unknown kind of file", () => [at("notes.docx")], "notes.docx: only .xlsx and .csv files are read."],
  ["an empty .csv", () => [at("empty.csv")], "empty.csv: the file is empty."],
  ["a .csv of blanks", () => [at("blank.csv")], "The file is empty."],
  ["a header alone", () => [at("header.csv")], "There are no accounts below the header in row 1 of header."],
  ["a text that no cell holds", () => [at("long.csv")], "long.csv: row 3 has a text of more than 32,767 characters"],
  ["a .csv of bytes", () => [at("binary.csv")], "binary.csv: this is not a text file."],
  ["an .xlsx that is none", () => [at("words.xlsx")], "words.xlsx: this is not an Excel workbook."],
  ["an .xlsx that was cut off", () => [at("cut.xlsx")], "cut.xlsx: the file is damaged."],
  ["an .xls", () => [at("old.xls")], "old.xls: it is in the format of Excel 97-2003. Save it as .xlsx"],
  ["an .xls by another name", () => [at("old.xlsx")], "old.xlsx: it is in the format of Excel 97-2003."],
  ["a file with a password", () => [at("secret.xlsx")], "secret.xlsx: it is protected by a password."],
  ["an unknown sheet", () => [SAMPLE, "--sheet", "Foo"], "--sheet Foo: there is no such sheet; there is Accounts."],
  ["two tables", () => [at("tables.xlsx")], "Two has 2 tables (East or West): say which one with --range."],
  ["no cells", () => [SAMPLE, "--range", "Foo"], "--range Foo: write cells such as A1:H501"],
  ["half a range", () => [SAMPLE, "--range", "A1:"], "--range A1:: write cells such as A1:H501"],
  ["a range with a sheet", () => [SAMPLE, "--range", "Accounts!A1"], "the sheet is named with --sheet."],
  ["two ranges", () => [SAMPLE, "--range", "A1:B2,D1:E2"], "write cells such as A1:H501"],
  ["a range without text", () => [SAMPLE, "--range="], "--range : write cells such as A1:H501"],
  ["a range off any sheet", () => [SAMPLE, "--range", "A1:XFE2"], "write cells such as A1:H501"],
  ["a range off the data", () => [at("ok.csv"), "--range", "C1:D3"], "nothing is there; the cells of ok are A1:B3."],
  ["one row", () => [at("ok.csv"), "--range", "A1:B1"], "There are no accounts below the header in row 1 of ok."],
  [
    "an unknown preset",
    () => [SAMPLE, "--preset", "x"],
    /^--preset x: there is no such preset; there is revenue-share/,
  ],
  ["a missing preset file", () => [SAMPLE, "--preset", at("x.json")], "x.json: there is no such file."],
  ["a preset that is no JSON", () => [SAMPLE, "--preset", at("text.json")], "the text is not valid JSON."],
  [
    "a broken preset",
    () => [SAMPLE, "--preset", `${PRESETS}/broken.json`],
    "broken.json: tiers.rungs.0.when: refers to turnover, which is not defined.",
  ],
  ["30 February", () => [SAMPLE, "--as-of", "2026-02-30"], "--as-of 2026-02-30: this is not a day such as 2026-01-31."],
  ["a word for a day", () => [SAMPLE, "--as-of", "today"], "--as-of today: this is not a day"],
  ["an unknown option", () => [SAMPLE, "--foo"], "Unknown option '--foo'; npm run tier -- --help lists what there is."],
  ["an option without its value", () => [SAMPLE, "--sheet"], /^Option '--sheet <value>' argument missing; /],
  ["a value that is none", () => [SAMPLE, "--json=yes"], /^Option '--json' does not take an argument; /],
  ["a mapping without a header", () => [SAMPLE, "--map", "income"], "--map income: write FIELD=HEADER"],
  [
    "a field that is none",
    () => [SAMPLE, "--map", "toString=Revenue"],
    "--map toString: Revenue share 30/50/20 reads account, income, expected, ",
  ],
  [
    "a header that is not there",
    () => [SAMPLE, "--map", "income=Nix"],
    /^--map income=Nix: row 1 of Accounts has no such header; it has Account, Industry, .*, and 12 more\.$/,
  ],
  [
    "two columns of one name",
    () => [at("twice.csv"), "--map", "income=Revenue"],
    "--map income=Revenue: B1 and C1 of twice have the same header; rename one.",
  ],
  ["two columns of one name, guessed", () => [at("twice.csv")], /no single column for Revenue .*\. Rename one\.$/],
  [
    "a required field without a column",
    () => [at("ok.csv"), "--map", "income="],
    /in row 1 of ok, and there is no column for Revenue among them\. Say which with --map income=HEADER\.$/,
  ],
  ["the input as output", () => [SAMPLE, "--out", `./${SAMPLE}`], "this is the input; choose another name."],
  ["the input by a link", () => [at("words.xlsx"), "--out", at("same.xlsx")], "this is the input"],
  ["the input by a pointer", () => [at("words.xlsx"), "--out", at("pointer.xlsx")], "this is the input"],
  ["a .csv as output", () => [SAMPLE, "--out", at("x.csv")], "x.csv: only .xlsx files are written."],
  ["a folder as output", () => [SAMPLE, "--out", at("folder.xlsx")], "folder.xlsx: this is a folder."],
  ["a folder that is not there", () => [SAMPLE, "--out", at("no/x.xlsx")], /: there is no folder .*no\.$/],
  ["a file as a folder", () => [SAMPLE, "--out", at("ok.csv/x.xlsx")], /: there is no folder .*ok\.csv\.$/],
  ["a protected sheet", () => [at("locked.xlsx"), "--out", at("x.xlsx")], "Locked is protected. Unprotect it"],
])("%s is refused in a sentence", async (_, args, sentence) => {
  const said = await refusal(...args());
  if (typeof sentence === "string") expect(said).toContain(sentence);
  else expect(said).toMatch(sentence);
  expect(readdirSync(here.path)).toEqual(before);
});

test("a folder that is closed is refused, but to root, for whom none is", async () => {
  const out = at("closed/x.xlsx");
  if (process.getuid?.() === 0) expect(await ran(SAMPLE, "--out", out)).toMatchObject({ code: 0 });
  else expect(await refusal(SAMPLE, "--out", out)).toContain("the folder cannot be written to.");
});

test("a missing preset is told from one that cannot be used", async () => {
  expect(await refusal(SAMPLE, "--preset", "high-medium-low.json")).toContain("there is no such file");
});

describe("in a process of its own", () => {
  test("a refusal is one line on the error output, and exit code 1", () => {
    const { code, out, err } = spawned(at("none.xlsx"), "--json", "--out", at("x.xlsx"));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toBe(`${at("none.xlsx")}: there is no such file.\n`);
    expect(existsSync(join(here.path, "x.xlsx"))).toBe(false);
  });

  test("--help prints how it is used", () => {
    const { code, out, err } = spawned("--help");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const option of ["sheet", "range", "preset", "as-of", "map", "out", "json", "help"]) {
      expect(out).toContain(`  --${option} `);
    }
  });
});
