import { cleanup, configure, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useSyncExternalStore, type ReactNode } from "react";
import { afterEach, vi } from "vitest";
import { Frame } from "../../../../addin/taskpane/app/Frame";
import { PaneContext, type Pane } from "../../../../addin/taskpane/app/PaneContext";
import { firstState, type PaneState } from "../../../../addin/taskpane/app/state";
import { createStore } from "../../../../addin/taskpane/app/store";
import { RulesProvider } from "../../../../addin/taskpane/rules/RulesContext";
import { RulesEditor } from "../../../../addin/taskpane/rules/RulesEditor";
import type { Preview, Tiering } from "../../../../addin/excel/tiering";
import { parsePreset, presetDocument, type Preset, type PresetDocument } from "../../../../engine/index";
import { SECTIONS, type SectionId } from "../../../../addin/strings/rules";
import { DAY, ok } from "../fakePreview";

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

interface Options {
  /** What follows from the preset, and from each edit that is one; nothing is counted without it. */
  readonly previewOf?: (preset: Preset) => Preview;
  /** A part of the editor that is shown alone. */
  readonly part?: ReactNode;
  /** Edits are told of, and not made. */
  readonly isHeld?: boolean;
  readonly tiering?: Pick<Tiering, "guessType">;
}

const blankColumns: Options["tiering"] = { guessType: () => ok(null) };

/** Opens "Edit rules" on a preset, with edits as the pane makes them and without what is around it. */
export function openRules(preset: Preset, { previewOf, part, isHeld = false, tiering = blankColumns }: Options = {}) {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  const preview = previewOf?.(preset) ?? null;
  const first: PaneState = { ...firstState(DAY), screen: "rules", preset, preview, isFresh: preview !== null };
  const store = createStore(first);
  const edits = vi.fn((document: PresetDocument) => {
    if (isHeld) return;
    const parsed = parsePreset(document);
    const issues = parsed.ok ? [] : parsed.issues;
    store.send({ type: "drafted", draft: { document, issues }, preset: parsed.ok ? parsed.preset : null });
    if (parsed.ok && previewOf) store.send({ type: "previewed", preview: previewOf(parsed.preset), isEdited: false });
  });
  const actions = { editRules: edits } as unknown as Pane["actions"];
  function TestPane() {
    const state = useSyncExternalStore(store.subscribe, store.get);
    return (
      <PaneContext value={{ state, actions, services: { tiering } as Pane["services"] }}>
        {part ? <RulesProvider preset={state.preset ?? preset}>{part}</RulesProvider> : <RulesEditor />}
      </PaneContext>
    );
  }
  render(
    <Frame isOfficeDark={() => false}>
      <TestPane />
    </Frame>,
  );
  const user = userEvent.setup();
  return {
    user,
    edits,
    /** As it stands, also where that is no preset. */
    document: () => store.get().draft?.document ?? presetDocument(preset),
    issues: () => store.get().draft?.issues ?? [],
    open: (section: SectionId) => user.click(screen.getByRole("button", { name: new RegExp(`^${SECTIONS[section]}`) })),
  };
}
