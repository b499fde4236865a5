import { Worker, type TransferListItem } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import { inWorker } from "../../../addin/worker/inWorker";
import type { Started } from "../../../addin/worker/session";
import { addInBlocks, CELLS, engineSuite, given, LADDER, readingOf } from "../../engine/engineSuite";
import { AS_OF } from "../../engine/samples";

const threads: Worker[] = [];
afterAll(() => Promise.all(threads.map((thread) => thread.terminate())));

function startThread(): Started {
  const { port1, port2 } = new MessageChannel();
  const entry = new URL("./engineThread.ts", import.meta.url);
  const transferList = [port2] as unknown as TransferListItem[]; // Node's own, typed as the browser's
  const thread = new Worker(entry, { execArgv: ["--import", "tsx"], workerData: port2, transferList });
  threads.push(thread);
  return {
    endpoint: port1,
    onFailure(tell) {
      thread.on("error", ({ message }) => tell(message));
      thread.on("exit", (code) => tell(`exit ${code}`));
    },
    stop: () => void thread.terminate(),
  };
}

engineSuite("the engine on another thread", () => ({ engine: inWorker({ start: startThread }) }));

test("a thread that ends in the midst of a reading is told of, and the next one works", async () => {
  const engine = inWorker({ start: startThread });
  const reading = await readingOf(engine, CELLS, LADDER);
  await addInBlocks(reading, CELLS, 2);
  await reading.run(LADDER, { asOf: AS_OF });
  const open = reading.run(LADDER, { asOf: AS_OF }).then(
    (answer) => answer,
    (thrown: Error) => thrown.message,
  );
  await threads.at(-1)?.terminate();
  const answer = await open;
  if (typeof answer === "string") expect(answer).toBe("the engine's worker broke: exit 1"); // else it was quicker
  const next = await readingOf(engine, CELLS, LADDER);
  await addInBlocks(next, CELLS, 2);
  expect(given(await next.run(LADDER, { asOf: AS_OF })).size).toBe(5);
});
