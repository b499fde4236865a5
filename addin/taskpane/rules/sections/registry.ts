import type { ComponentType } from "react";
import type { SectionId } from "../../../strings/rules";
import type { Path } from "../document";
import { Bumps } from "./Bumps";
import { ColumnsWritten } from "./ColumnsWritten";
import { Description } from "./Description";
import { Fields } from "./Fields";
import { Flags } from "./Flags";
import { Gates } from "./Gates";
import { Lifecycle } from "./Lifecycle";
import { Review } from "./Review";
import { Score } from "./Score";
import { Segments } from "./Segments";
import { Steadiness } from "./Steadiness";
import { Tiers } from "./Tiers";
import { Values } from "./Values";

export interface SectionPart {
  readonly id: SectionId;
  /** The parts of a preset whose issues it shows. */
  readonly paths: readonly Path[];
  readonly Part: ComponentType;
}

/** The sections of "Edit rules", in their order. */
export const SECTION_PARTS: readonly SectionPart[] = [
  { id: "fields", paths: [["fields"], ["rollUp"], ["currency"]], Part: Fields },
  { id: "value", paths: [["measures"]], Part: Values },
  { id: "lifecycle", paths: [], Part: Lifecycle },
  { id: "gates", paths: [["gates"]], Part: Gates },
  { id: "segments", paths: [["segments"]], Part: Segments },
  { id: "score", paths: [], Part: Score },
  { id: "tiers", paths: [["tiers"]], Part: Tiers },
  { id: "bumps", paths: [["bumps"]], Part: Bumps },
  { id: "steadiness", paths: [["steadiness"]], Part: Steadiness },
  { id: "flags", paths: [["flags"]], Part: Flags },
  { id: "review", paths: [["review"]], Part: Review },
  { id: "columns", paths: [["columns"]], Part: ColumnsWritten },
  { id: "description", paths: [["description"]], Part: Description },
];
