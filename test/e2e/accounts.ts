import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue } from "../../addin/playground/host/snapshot";

/** Ten accounts whose shares of the revenue fall into all of Key, Enterprise and Commercial. */
export const CELLS: CellValue[][] = [
  ["Account", "Revenue"],
  ...Object.entries({
    Acme: 300,
    Bolt: 200,
    Cyan: 150,
    Dune: 120,
    Echo: 80,
    Fern: 60,
    Gale: 40,
    Hill: 30,
    Iris: 15,
    Jade: 5,
  }),
];

export const ACCOUNTS = workbookOf([sheetOf("Accounts", CELLS)]);
