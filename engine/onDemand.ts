import type { Engine } from "./reading";

/** The engine on the thread that asks (`inProcess`), loaded when a source is first opened: where a worker does the work, never. */
export function onDemand(): Engine {
  let engine: Promise<Engine> | null = null;
  return {
    thread: "own",
    async open(source) {
      engine ??= import("./reading").then(({ inProcess }) => inProcess());
      return (await engine).open(source);
    },
  };
}
