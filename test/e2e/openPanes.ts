import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { OpenPane } from "./openPane";
import { startPaneSite, type PaneSite } from "./paneSite";

/**
 * How the tests of a file open panes: on one site, which ends with the file. After each test its panes are closed, and what
 * any of them complained of fails it.
 */
export function openPanes(): PaneSite["open"] {
  let site: PaneSite;
  const panes: OpenPane[] = [];
  beforeAll(async () => {
    site = await startPaneSite(inject("paneSite"));
  });
  afterAll(() => site?.close());
  afterEach(async () => {
    const complaints = panes.flatMap((pane) => pane.complaints);
    for (const pane of panes.splice(0)) await pane.close();
    expect(complaints).toEqual([]);
  });
  return async (...asked) => {
    const pane = await site.open(...asked);
    panes.push(pane);
    return pane;
  };
}
