import { FileProblem } from "./result";

/**
 * The text of a .csv file: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else Windows-1252, as Excel takes a file
 * without a mark. Refused as `notText` when it holds NUL characters, which no text has.
 */
export function decodeCsv(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: text("utf-16le", bytes), isUtf8: true };
  if (first === 0xfe && second === 0xff) return { text: text("utf-16be", bytes), isUtf8: true };
  if (bytes.includes(0)) throw new FileProblem("notText");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: text("windows-1252", bytes), isUtf8: false };
  }
}

function text(encoding: string, bytes: Uint8Array): string {
  const decoded = new TextDecoder(encoding).decode(bytes);
  if (decoded.includes("\0")) throw new FileProblem("notText");
  return decoded;
}
