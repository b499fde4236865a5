import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { buildPaneSite } from "./paneSite";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder with the deployed pane and its stand-ins. */
    paneSite: string;
  }
}

/** Builds the pane once for all files of browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await buildPaneSite();
  project.provide("paneSite", folder);
  return () => rm(folder, { recursive: true, force: true });
}
