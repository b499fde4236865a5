import type { Preset } from "../schema";

/** The built-in presets by their ids (`BUILT_IN`), loaded when they are first asked for. */
export async function builtInPresets(): Promise<ReadonlyMap<string, Preset>> {
  return (await import("./registry")).BUILT_IN;
}
