import type { Regions } from "../model/regions";
import type { AreaValues } from "../model/sheetParts";
import { subtract, WHOLE_SHEET } from "../rules/area";
import type { Area } from "../snapshot";
import type { CellFormat } from "../workbook";

/** Formats from the grid's styles, with `locked`, which the grid does not know, from beside it. */
export class LockedFormats implements AreaValues<CellFormat> {
  constructor(
    readonly styles: AreaValues<CellFormat>,
    readonly locked: Regions<boolean>,
  ) {}

  get list(): readonly { area: Area; value: CellFormat }[] {
    return this.locked.list.length === 0 ? this.styles.list : this.within(WHOLE_SHEET);
  }

  within(area: Area): { area: Area; value: CellFormat }[] {
    const marks = [...this.locked.within(area)];
    if (marks.length === 0) return [...this.styles.within(area)];
    const plain = marks.reduce((left, mark) => left.flatMap((piece) => subtract(piece, mark.area)), [area]);
    const marked = marks.flatMap((mark) => this.#marked(mark.area, mark.value));
    return [...plain.flatMap((piece) => [...this.styles.within(piece)]), ...marked];
  }

  set(area: Area, value: CellFormat | undefined): void {
    const { locked, ...style } = value ?? {};
    this.locked.set(area, locked);
    this.styles.set(area, Object.keys(style).length > 0 ? style : undefined);
  }

  #marked(area: Area, locked: boolean): { area: Area; value: CellFormat }[] {
    const styled = [...this.styles.within(area)];
    const bare = styled.reduce((left, piece) => left.flatMap((each) => subtract(each, piece.area)), [area]);
    return [
      ...styled.map((piece) => ({ area: piece.area, value: { ...piece.value, locked } })),
      ...bare.map((piece) => ({ area: piece, value: { locked } })),
    ];
  }
}
