import { ConditionalFormattingRuleModel, type IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { ConditionalFormatSnapshot } from "../snapshot";
import { areaOfRange, rangeOf } from "./ranges";
import { drawingOf } from "./ruleDrawing";
import { Remembered } from "./remembered";
import type { SheetData } from "./sheetData";

/**
 * The conditional formats of a sheet in Univer, the strongest first. Beside it is what each says in Excel's words, as
 * long as nobody has changed how it is drawn.
 */
export class UniverRules {
  readonly #beside = new Map<string, { drawn: string; rule: ConditionalFormatSnapshot["rule"] }>();

  readonly #listed: Remembered<readonly ConditionalFormatSnapshot[]>;

  constructor(readonly data: SheetData) {
    this.#listed = new Remembered(data.unit, () => this.#list());
  }

  get list(): readonly ConditionalFormatSnapshot[] {
    return this.#listed.now;
  }

  #list(): ConditionalFormatSnapshot[] {
    return this.#rules.map(({ cfId, ranges, stopIfTrue, rule }) => {
      const known = this.#beside.get(cfId);
      const isKnown = known?.drawn === JSON.stringify(rule);
      return {
        id: cfId,
        areas: ranges.map(areaOfRange),
        stopIfTrue,
        rule: isKnown ? known.rule : { type: "Other", source: { univer: rule } },
      };
    });
  }

  /** Univer puts a new rule in front of the others. */
  set list(formats: readonly ConditionalFormatSnapshot[]) {
    for (const { cfId } of [...this.#rules]) this.data.run("sheet.mutation.delete-conditional-rule", { cfId });
    for (const { id, areas, stopIfTrue, rule } of [...formats].reverse()) {
      const drawing = ownDrawing(rule) ?? drawingOf(rule);
      this.#beside.set(id, { drawn: JSON.stringify(drawing), rule: structuredClone(rule) });
      const ranges = areas.map(rangeOf);
      this.data.run("sheet.mutation.add-conditional-rule", { rule: { cfId: id, ranges, stopIfTrue, rule: drawing } });
    }
  }

  get #rules(): readonly IConditionFormattingRule[] {
    const { unit, sheet } = this.data;
    return unit.service(ConditionalFormattingRuleModel).getSubunitRules(unit.id, sheet) ?? [];
  }
}

/** What a person made in the grid, which has no words of Excel's here. */
function ownDrawing({
  type,
  ...rule
}: ConditionalFormatSnapshot["rule"]): IConditionFormattingRule["rule"] | undefined {
  if (type !== "Other" || !("source" in rule)) return undefined;
  return (rule.source as { univer?: IConditionFormattingRule["rule"] } | null)?.univer;
}
