import { writeWorkbook } from "../files/writeWorkbook";
import { openBytes } from "./openBytes";

/** Reading and writing files: right here, or by a worker where large files must not hold up a page. */
export interface Files {
  open: typeof openBytes;
  write: typeof writeWorkbook;
}

export const filesHere: Files = { open: openBytes, write: writeWorkbook };
