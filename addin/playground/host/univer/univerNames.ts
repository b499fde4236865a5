import { IDefinedNamesService } from "@univerjs/engine-formula";
import type { NameSnapshot } from "../snapshot";
import { Remembered } from "./remembered";
import type { Unit } from "./unit";

/** The defined names of the workbook in Univer. */
export class UniverNames {
  #added = 0;

  readonly #listed: Remembered<readonly NameSnapshot[]>;

  constructor(readonly unit: Unit) {
    this.#listed = new Remembered(unit, () => this.#entries.map(({ name }) => name));
  }

  get list(): readonly NameSnapshot[] {
    return this.#listed.now;
  }

  set list(names: readonly NameSnapshot[]) {
    const before = this.#entries;
    const left = new Map(before.map((entry) => [keyOf(entry.name), entry]));
    for (const name of names) {
      const known = left.get(keyOf(name));
      left.delete(keyOf(name));
      if (known && JSON.stringify(known.name) === JSON.stringify(ordered(name))) continue;
      this.#put(known?.id ?? `name-${++this.#added}`, name);
    }
    for (const { id, name } of left.values()) {
      this.unit.run("formula.mutation.remove-defined-name", { id, name: name.name, formulaOrRefString: name.formula });
    }
  }

  #put(id: string, { name, formula, comment, isVisible, sheet }: NameSnapshot): void {
    const owner = sheet === undefined ? undefined : this.unit.workbook.getSheetBySheetName(sheet)?.getSheetId();
    this.unit.run("formula.mutation.set-defined-name", {
      id,
      name,
      formulaOrRefString: REFERENCE.test(formula) ? formula.slice(1) : formula,
      comment,
      hidden: !isVisible,
      localSheetId: owner ?? WHOLE_WORKBOOK,
    });
  }

  get #entries(): { id: string; name: NameSnapshot }[] {
    const names = this.unit.service(IDefinedNamesService).getDefinedNameMap(this.unit.id) ?? {};
    return Object.values(names).map(({ id, name, formulaOrRefString, comment, hidden, localSheetId }) => {
      const owner = localSheetId === WHOLE_WORKBOOK ? null : this.unit.workbook.getSheetBySheetId(localSheetId ?? "");
      const formula = formulaOrRefString.startsWith("=") ? formulaOrRefString : `=${formulaOrRefString}`;
      const sheet = owner?.getName();
      const entry = {
        name,
        formula,
        isVisible: hidden !== true,
        comment: comment ?? "",
        ...(sheet !== undefined && { sheet }),
      };
      return { id, name: ordered(entry) };
    });
  }
}

/** Univer's mark for names of the whole workbook. */
const WHOLE_WORKBOOK = "AllDefaultWorkbook";

/** Univer keeps references without the sign that formulas begin with. */
const REFERENCE = /^=(?:'(?:[^']|'')+'|[^'!(),+*/&<>=" -]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i;

const keyOf = ({ name, sheet }: NameSnapshot): string => `${sheet ?? ""}!${name.toLowerCase()}`;

function ordered({ name, formula, isVisible, comment, sheet }: NameSnapshot): NameSnapshot {
  return { name, formula, isVisible, comment, ...(sheet !== undefined && { sheet }) };
}
