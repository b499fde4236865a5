import type { PresetDocument } from "../../engine/index";
import type { Tiering } from "../../addin/excel/tiering";
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { User } from "../../addin/playground/host/user";
import { must, session } from "../addin/excel/workbooks";

/** A workbook before a pane is opened on it, for journeys that begin in the middle. */
export class Prepared {
  readonly #workbook: MemoryWorkbook;
  readonly tiering: Tiering;
  readonly user: User;

  constructor(workbook: WorkbookSnapshot) {
    this.#workbook = MemoryWorkbook.from(workbook);
    this.tiering = session(connect(this.#workbook).Excel);
    this.user = new User(this.#workbook);
    this.user.select("A2");
  }

  /** Saves the preset in the workbook and tiers the accounts in A2 by it; a review is recorded where that is asked for. */
  async tier(document: PresetDocument, asOf: string, { isReview = false } = {}): Promise<void> {
    const preset = must(await this.tiering.presets.import(JSON.stringify(document), "replace"));
    const preview = must(await this.tiering.preview({ where: { by: "selection" }, preset, asOf }));
    must(await this.tiering.apply(preview));
    if (isReview) must(await this.tiering.recordReview(preview));
  }

  snapshot(): WorkbookSnapshot {
    return this.#workbook.snapshot();
  }
}
