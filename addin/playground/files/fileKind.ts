import { FileProblem } from "./result";

/** Refuses what is told from its first bytes: nothing, an old .xls, a workbook with a password, no archive at all. */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (startsWith(bytes, OLE))
    throw new FileProblem(includesWide(bytes, "EncryptedPackage") ? "encrypted" : "oldFormat");
  if (!startsWith(bytes, ZIP)) throw new FileProblem("notAWorkbook");
}

/** An OpenDocument spreadsheet is a zip archive too. */
export function refuseOpenDocument(names: readonly string[]): void {
  if (names.includes("content.xml") && names.includes("mimetype"))
    throw new FileProblem("otherFormat", { format: "ods" });
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Whether `text` stands in the bytes as UTF-16 LE, as the directory of such a file names its parts. */
function includesWide(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
