import { useMemo } from "react";
import { subjectsOf, type Subject } from "../conditions/subjects";
import type { Choosable } from "../controls/Choice";
import { readersOf } from "../renameId";
import { useRules } from "../RulesContext";

/** What a measure may read: not itself, and nothing that reads it in the end. */
export interface Inputs {
  readonly without: ReadonlySet<string>;
  /** Fields and measures of some types, to choose several of. */
  of(...types: Subject["type"][]): Choosable[];
}

export function useInputs(id: string): Inputs {
  const { document, preset } = useRules();
  return useMemo(() => {
    const readers = readersOf(document, id);
    const subjects = subjectsOf(preset);
    const isReader = (subject: string) => readers.has(subject.split(".")[0] ?? "");
    return {
      without: new Set(subjects.map((subject) => subject.id).filter(isReader)),
      of: (...types) =>
        subjects
          .filter((subject) => !isReader(subject.id) && (types.length === 0 || types.includes(subject.type)))
          .map((subject) => ({ value: subject.id, name: subject.name })),
    };
  }, [document, preset, id]);
}
