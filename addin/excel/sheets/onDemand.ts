import { problemOf, type Outcome } from "../problem";
import type { Session } from "../session";
import type { SheetServices } from "./services";

/** The services of our sheets, loaded when the first of them is asked for: the pane opens without them. */
export function sheetServicesOnDemand(session: Session): SheetServices {
  let loaded: Promise<SheetServices> | null = null;
  const services = () => (loaded ??= import("./services").then(({ sheetServices }) => sheetServices(session)));
  function later<Asked extends unknown[], Answer>(
    call: (services: SheetServices, ...asked: Asked) => Promise<Outcome<Answer>>,
  ) {
    return async (...asked: Asked): Promise<Outcome<Answer>> => {
      try {
        return await call(await services(), ...asked);
      } catch (thrown) {
        loaded = null; // what could not be loaded may be another time
        return { ok: false, problem: problemOf(thrown) };
      }
    };
  }
  return {
    overrides: later((of) => of.overrides()),
    saveOverride: later((of, ...asked: Parameters<SheetServices["saveOverride"]>) => of.saveOverride(...asked)),
    endOverride: later((of, ...asked: Parameters<SheetServices["endOverride"]>) => of.endOverride(...asked)),
    recordReview: later((of, ...asked: Parameters<SheetServices["recordReview"]>) => of.recordReview(...asked)),
    attention: later((of) => of.attention()),
    saveAttention: later((of, ...asked: Parameters<SheetServices["saveAttention"]>) => of.saveAttention(...asked)),
    dossiers: later((of) => of.dossiers()),
    writeSummary: later((of, ...asked: Parameters<SheetServices["writeSummary"]>) => of.writeSummary(...asked)),
    writeDossiers: later((of, ...asked: Parameters<SheetServices["writeDossiers"]>) => of.writeDossiers(...asked)),
    listTier: later((of, ...asked: Parameters<SheetServices["listTier"]>) => of.listTier(...asked)),
    tierCsv: later((of, ...asked: Parameters<SheetServices["tierCsv"]>) => of.tierCsv(...asked)),
  };
}
