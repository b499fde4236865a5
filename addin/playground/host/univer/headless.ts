import { LifecycleService, LifecycleStages, LocaleType, LogLevel, Univer } from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";

/** Univer with what a workbook needs of it, and nothing that draws: for Node, workers, and pages without a grid. */
export function headlessUniver(): Univer {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  const lifecycle = univer.__getInjector().get(LifecycleService);
  // Outside of Node it waits with calculating until something is drawn.
  void lifecycle.onStage(LifecycleStages.Ready).then(() => (lifecycle.stage = LifecycleStages.Rendered));
  return univer;
}
