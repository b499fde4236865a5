import { writeWorkbook } from "../files/writeWorkbook";
import type { WorkbookSnapshot } from "../host/snapshot";
import type { Piece } from "./pieces";

/** A workbook that comes in pieces, because to send it as a whole would hold up its sender. */
export class WorkbookInPieces {
  readonly #workbook: WorkbookSnapshot;

  /** Its lists will be filled. */
  constructor(outline: WorkbookSnapshot) {
    this.#workbook = outline;
  }

  add({ sheet, part, items }: Piece): void {
    const list: unknown[] | undefined = this.#workbook.sheets[sheet]?.[part];
    list?.push(...items);
  }

  write(original?: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    return writeWorkbook(this.#workbook, original);
  }
}
