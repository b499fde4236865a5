import type { Engine } from "../../../../engine/index";
import { MOST_PLANS, plannedAgain, type Preview } from "../../runs";
import { begin, type Session } from "../../session";
import { readSettings } from "../../settings";
import type { Tiering } from "../../tiering";
import { inputsOf } from "../readSheets";
import { summaryContent, type SummaryFigures } from "./summaryContent";
import { summaryFigures } from "./summaryFigures";
import { writeSummary } from "./summaryWrite";

/** Everything about the sheets that are written as a whole. */
export function summaryServices(session: Session): Pick<Tiering, "writeSummary"> {
  const { queue, engine } = session;
  return {
    writeSummary: (preview) =>
      queue.run(async (context) => {
        const settings = await readSettings(context);
        const change = begin(session, settings);
        const content = summaryContent(await figuresOf(context, engine, preview));
        return writeSummary(context, content, change);
      }),
  };
}

/** The figures of a preview; where the engine has let go of its cells, of the accounts as they are now. */
async function figuresOf(context: Excel.RequestContext, engine: Engine, preview: Preview): Promise<SummaryFigures> {
  for (let last = preview, looks = 1; ; looks++) {
    const { reading, request, source, sheets } = last;
    const inputs = inputsOf(request.preset, request.asOf, sheets);
    const figures = await summaryFigures(reading, request.preset, inputs, source);
    if (figures) return figures;
    if (looks === MOST_PLANS) throw new Error("a reading was let go while it was asked");
    last = await plannedAgain(context, engine, last);
  }
}
