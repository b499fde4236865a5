import {
  applicationClass,
  cultureInfoClass,
  datetimeFormatInfoClass,
  numberFormatInfoClass,
} from "./classes/application";
import { autoFilterClass } from "./classes/autoFilter";
import * as chartAxis from "./classes/chartAxis";
import { chartClass, chartLegendClass, chartTitleClass } from "./classes/chart";
import { chartCollectionClass } from "./classes/chartCollection";
import * as chartSeries from "./classes/chartSeries";
import { conditionalFormatClass } from "./classes/conditionalFormat";
import { conditionalFormatCollectionClass } from "./classes/conditionalFormatCollection";
import * as conditionalFormatKinds from "./classes/conditionalFormatKinds";
import { dataValidationClass } from "./classes/dataValidation";
import { functionResultClass, functionsClass } from "./classes/functions";
import { namedItemClass, namedItemCollectionClass } from "./classes/namedItem";
import { pageLayoutClass } from "./classes/pageLayout";
import { rangeClass } from "./classes/range";
import { rangeAreasClass, rangeCollectionClass } from "./classes/rangeAreas";
import { formatProtectionClass, rangeFillClass, rangeFontClass, rangeFormatClass } from "./classes/rangeFormat";
import { rangeSortClass } from "./classes/rangeSort";
import { settingClass, settingCollectionClass } from "./classes/setting";
import { tableClass, tableSortClass } from "./classes/table";
import { tableCollectionClass, tableScopedCollectionClass } from "./classes/tableCollection";
import { tableColumnClass, tableColumnCollectionClass } from "./classes/tableColumn";
import { tableRowClass, tableRowCollectionClass } from "./classes/tableRow";
import { workbookClass, workbookProtectionClass } from "./classes/workbook";
import { freezePanesClass, worksheetClass, worksheetProtectionClass } from "./classes/worksheet";
import { worksheetCollectionClass } from "./classes/worksheetCollection";

/** Every member that the host answers, as `"Range.Values"`; `[items]` and `[item]` stand for loading and looking up items. */
export function allMembers(): string[] {
  return CLASSES.flatMap(({ definition }) => {
    const { name, properties = {}, children = {}, methods = {} } = definition;
    const members = [properties, children, methods].flatMap((entries) => Object.keys(entries));
    if ("items" in definition) members.push("[items]");
    if ("item" in definition) members.push("[item]");
    return members.map((member) => `${name}.${member}`);
  });
}

const CLASSES = [
  applicationClass,
  autoFilterClass,
  chartClass,
  chartCollectionClass,
  chartLegendClass,
  chartTitleClass,
  conditionalFormatClass,
  conditionalFormatCollectionClass,
  cultureInfoClass,
  dataValidationClass,
  datetimeFormatInfoClass,
  formatProtectionClass,
  freezePanesClass,
  functionResultClass,
  functionsClass,
  namedItemClass,
  namedItemCollectionClass,
  numberFormatInfoClass,
  pageLayoutClass,
  rangeAreasClass,
  rangeClass,
  rangeCollectionClass,
  rangeFillClass,
  rangeFontClass,
  rangeFormatClass,
  rangeSortClass,
  settingClass,
  settingCollectionClass,
  tableClass,
  tableCollectionClass,
  tableColumnClass,
  tableColumnCollectionClass,
  tableRowClass,
  tableRowCollectionClass,
  tableScopedCollectionClass,
  tableSortClass,
  workbookClass,
  workbookProtectionClass,
  worksheetClass,
  worksheetCollectionClass,
  worksheetProtectionClass,
  ...Object.values(chartAxis),
  ...Object.values(chartSeries),
  ...Object.values(conditionalFormatKinds),
];
