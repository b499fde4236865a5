import { cleanup, configure, render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, vi } from "vitest";
import type { Said } from "../../../addin/commands/refreshTiers";
import type { Tiering } from "../../../addin/excel/tiering";
import { App } from "../../../addin/taskpane/app/App";
import type { Services } from "../../../addin/taskpane/app/services";
import { DAY, listed, ok, previewOf } from "./fakePreview";

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 }); // dialogs are loaded when they are first asked for, which a busy machine takes its time over

/** Opens the pane. What a test does not say answers with four accounts that were never tiered. */
export function openPane(fake: Partial<Tiering> = {}, preview = previewOf()) {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  Element.prototype.scrollIntoView = vi.fn(); // jsdom has no layout
  let tell: (said: Said) => void = () => undefined;
  const tiering = {
    find: vi.fn(() => ok({ source: preview.source, record: preview.plan.before })),
    preview: vi.fn(() => ok(preview)),
    history: vi.fn(() => ok({ canUndo: false, isUnfinished: false })),
    sources: vi.fn(() => ok([])),
    watch: vi.fn(() => ok(() => Promise.resolve())),
    onCellEdit: vi.fn<Tiering["onCellEdit"]>(() => () => undefined),
    select: vi.fn(() => ok(undefined)),
    addSheet: vi.fn(() => ok(undefined)),
    apply: vi.fn(() => ok({ ...preview, cells: 8, withoutColours: false })),
    ...fake,
    presets: { list: vi.fn(() => ok(listed)), ...fake.presets },
  };
  const services = {
    tiering: tiering as unknown as Tiering,
    ribbon: { subscribe: (listener: typeof tell) => ((tell = listener), () => undefined) },
    today: () => DAY,
    sample: () => Promise.resolve({ name: "Sample accounts", columns: [{ name: "Account" }], rows: [["Acme"]] }),
    copy: vi.fn(() => Promise.resolve()),
    download: vi.fn(),
  } satisfies Services;
  render(<App services={services} isOfficeDark={() => false} />);
  return { user: userEvent.setup(), tiering, services, fromRibbon: (said: Said) => tell(said) };
}
