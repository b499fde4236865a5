import { act, render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useEffect } from "react";
import { vi } from "vitest";
import type { Presets } from "../../../addin/excel/presets";
import type { Preview, Tiering } from "../../../addin/excel/tiering";
import { Frame } from "../../../addin/taskpane/app/Frame";
import { Messages } from "../../../addin/taskpane/app/Messages";
import { type Pane, PaneProvider, usePane } from "../../../addin/taskpane/app/PaneContext";
import { QuestionDialog } from "../../../addin/taskpane/app/QuestionDialog";
import type { Services } from "../../../addin/taskpane/app/services";
import { PresetBar } from "../../../addin/taskpane/presets/PresetBar";
import { ClassTable } from "../../../addin/taskpane/tier/ClassTable";
import { beforeDraft } from "../../../addin/taskpane/tier/compared";
import { Footer } from "../../../addin/taskpane/tier/Footer";
import { WhatIf } from "../../../addin/taskpane/tier/WhatIf";
import { presetDocument, type PresetDocument } from "../../../engine/index";
import { builtIn, CELLS, DAY, listed, ok, previewOf } from "./fakePreview";

/** High, Medium, Low by one number: of Acme 300, Bolt 200, Cyan 150, Dune 40 one High, one Medium, two Low. */
export const SAVED = builtIn("high-medium-low");

/** The rules with another first rung, and whatever else. */
export function edited(first: object, more: object = {}): PresetDocument {
  const document = presetDocument(SAVED) as { tiers: { rungs: object[] } };
  const [high, ...rungs] = document.tiers.rungs;
  return { ...document, ...more, tiers: { ...document.tiers, rungs: [{ ...high, ...first }, ...rungs] } } as never;
}

/** The best two are High: Bolt moves up, and nobody is Medium. */
export const TWO_HIGH = edited({ when: { measure: "value", top: { count: 2 } } });

/** The parts of the pane that know of edited rules, on four accounts. `pane()` is what every screen may use. */
export async function openDraftPane(fake: Partial<Omit<Tiering, "presets">> & { presets?: Partial<Presets> } = {}) {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  const first = previewOf(CELLS, SAVED);
  const asked = { where: { by: "selection" }, asOf: DAY } as const;
  const tiering = {
    find: vi.fn(() => ok({ source: first.source, record: null })),
    preview: vi.fn<Tiering["preview"]>(({ preset }) => ok(previewOf(CELLS, preset))),
    revise: vi.fn<Tiering["revise"]>((_, { preset }) => ok(previewOf(CELLS, preset))),
    history: vi.fn(() => ok({ canUndo: false, isUnfinished: false })),
    watch: vi.fn(() => ok(() => Promise.resolve())),
    onCellEdit: vi.fn(() => () => undefined),
    select: vi.fn(() => ok(undefined)),
    apply: vi.fn((preview: Preview) => ok({ ...preview, cells: 4, withoutColours: false })),
    ...fake,
    presets: { list: vi.fn(() => ok([...listed])), ...fake.presets },
  };
  const services = {
    tiering,
    ribbon: { subscribe: () => () => undefined },
    today: () => asked.asOf,
    copy: vi.fn(() => Promise.resolve()),
    download: vi.fn(),
  } as unknown as Services;
  let shown: Pane | null = null;
  const pane = () => shown as Pane;
  function Probe() {
    shown = usePane();
    const { actions } = shown;
    useEffect(() => void actions.open(), [actions]);
    return <Parts />;
  }
  render(
    <Frame isOfficeDark={() => false}>
      <PaneProvider services={services}>
        <Probe />
      </PaneProvider>
    </Frame>,
  );
  await vi.waitFor(() => pane().state.preview ?? Promise.reject(new Error("nothing is shown yet")));
  await act(() => pane().actions.choosePreset(SAVED.id));
  const draft = (document = TWO_HIGH) => act(() => pane().actions.editRules(document));
  return { pane, draft, tiering, services, user: userEvent.setup() };
}

function Parts() {
  const { state } = usePane();
  const before = beforeDraft(state)?.run.stats.tiers;
  return (
    <>
      <PresetBar />
      <Messages />
      {state.preview && (
        <ClassTable
          title="Tier"
          classes={state.preview.run.stats.tiers}
          before={before}
          rungs={state.preview.run.preset.tiers.rungs}
        />
      )}
      <WhatIf />
      <Footer />
      {state.question && <QuestionDialog question={state.question} />}
    </>
  );
}
