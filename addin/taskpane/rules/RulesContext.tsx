import { createContext, useContext, useMemo, type ReactNode } from "react";
import { presetDocument, type Preset, type PresetDocument } from "../../../engine/index";
import { issueHere } from "../../strings/presetIssues";
import { usePane } from "../app/PaneContext";
import { moved, valueAt, withList, withValue, type Path } from "./document";

/** The preset that is edited, as every control of the editor uses it. */
export interface Rules {
  /** As it stands, also where that is no preset. */
  readonly document: PresetDocument;
  /** The last one that it was. */
  readonly preset: Preset;
  at(path: Path): unknown;
  /** Puts a value there; undefined takes it out. */
  set(path: Path, value: unknown): void;
  /** Puts several values there, in one step. */
  setAll(values: readonly { readonly path: Path; readonly value: unknown }[]): void;
  /** Changes a list, an empty one where there is none. */
  change(path: Path, change: (list: readonly unknown[]) => readonly unknown[]): void;
  insert(path: Path, index: number, entry: unknown): void;
  remove(path: Path, index: number): void;
  move(path: Path, from: number, to: number): void;
  /** What is wrong with what stands exactly there, in words; null where nothing is. */
  issueAt(path: Path): string | null;
  /** The same of all that stands there or inside of it. */
  issuesIn(path: Path): readonly string[];
}

const RulesContext = createContext<Rules | null>(null);

export function RulesProvider({ preset, children }: { preset: Preset; children: ReactNode }) {
  const { state, actions } = usePane();
  const { draft } = state;
  const rules = useMemo((): Rules => {
    const document = draft?.document ?? presetDocument(preset);
    const issues = draft?.issues ?? [];
    const edit = (next: PresetDocument) => void actions.editRules(next);
    const change: Rules["change"] = (path, changeList) => edit(withList(document, path, changeList));
    return {
      document,
      preset,
      at: (path) => valueAt(document, path),
      set: (path, value) => edit(withValue(document, path, value)),
      setAll: (values) => edit(values.reduce((now, { path, value }) => withValue(now, path, value), document)),
      change,
      insert: (path, index, entry) => change(path, (list) => [...list.slice(0, index), entry, ...list.slice(index)]),
      remove: (path, index) => change(path, (list) => list.filter((_, other) => other !== index)),
      move: (path, from, to) => change(path, (list) => moved(list, from, to)),
      issueAt: (path) => issues.filter((issue) => isIn(issue.path, path, path.length)).map(issueHere)[0] ?? null,
      issuesIn: (path) => issues.filter((issue) => isIn(issue.path, path)).map(issueHere),
    };
  }, [draft, preset, actions]);
  return <RulesContext value={rules}>{children}</RulesContext>;
}

export function useRules(): Rules {
  const rules = useContext(RulesContext);
  if (!rules) throw new Error("useRules needs a RulesProvider around it");
  return rules;
}

function isIn(place: Path, path: Path, length = place.length): boolean {
  return place.length === length && path.every((key, index) => place[index] === key);
}
