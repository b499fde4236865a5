import type { Ribbon } from "../../commands/commands";
import type { SheetOfAccounts } from "../../excel/addSheet";
import type { Tiering } from "../../excel/tiering";

/** What the pane needs of the world; a test gives its own. */
export interface Services {
  readonly tiering: Tiering;
  /** Tells of what was done by the ribbon's buttons. */
  readonly ribbon: Ribbon;
  /** The analyst's own day, ISO. */
  today(): string;
  /** Loaded when somebody asks for it. */
  sample(): Promise<SheetOfAccounts>;
  /** Puts text where it can be pasted. */
  copy(text: string): Promise<void>;
  /** Hands a file over for saving. */
  download(name: string, text: string): void;
}
