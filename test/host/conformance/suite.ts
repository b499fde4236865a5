import { describe } from "vitest";
import { chartSuite } from "./chartSuite";
import { conditionalFormatSuite } from "./conditionalFormatSuite";
import type { Open } from "./documented";
import { eventSuite } from "./eventSuite";
import { formatSuite } from "./formatSuite";
import { nameAndSettingSuite } from "./nameAndSettingSuite";
import { rangeEditSuite } from "./rangeEditSuite";
import { rangeMoveSuite } from "./rangeMoveSuite";
import { rangeValueSuite } from "./rangeValueSuite";
import { tableColumnSuite } from "./tableColumnSuite";
import { tableRowSuite } from "./tableRowSuite";
import { tableSuite } from "./tableSuite";
import { typedTextSuite } from "./typedTextSuite";
import { validationSuite } from "./validationSuite";
import { workbookSuite } from "./workbookSuite";
import { worksheetSuite } from "./worksheetSuite";

/** What Microsoft documents of Excel, asked of one implementation of the workbook. */
export function conformanceSuite(implementation: string, open: Open): void {
  describe(implementation, () => {
    workbookSuite(open);
    worksheetSuite(open);
    rangeValueSuite(open);
    rangeMoveSuite(open);
    rangeEditSuite(open);
    typedTextSuite(open);
    formatSuite(open);
    tableSuite(open);
    tableColumnSuite(open);
    tableRowSuite(open);
    conditionalFormatSuite(open);
    validationSuite(open);
    chartSuite(open);
    nameAndSettingSuite(open);
    eventSuite(open);
  });
}
