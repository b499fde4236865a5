import { useState } from "react";
import type { Desk } from "./desk";
import type { Decision } from "./UnsavedDialog";

type Work = () => void | Promise<void>;

export interface Unsaved {
  readonly isAsking: boolean;
  /** Does what puts another workbook in the place of this one, at once if nothing of this one would be lost. */
  before(work: Work): void;
  decide(decision: Decision): void;
}

/** Holds up what would lose changes until the person has decided about them. */
export function useUnsaved(desk: Desk, save: () => Promise<void>, attempt: (work: Work) => void): Unsaved {
  const [waiting, setWaiting] = useState<{ readonly work: Work } | null>(null);
  return {
    isAsking: waiting !== null,
    before: (work) => (desk.isDirty ? setWaiting({ work }) : attempt(work)),
    decide(decision) {
      setWaiting(null);
      if (!waiting || decision === "cancel") return;
      attempt(async () => {
        if (decision === "save") await save();
        await waiting.work();
      });
    },
  };
}
