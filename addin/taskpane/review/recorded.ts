import type { Preview } from "../../excel/tiering";

/** Whether a review of the day that is shown is recorded already: recording again replaces it. */
export function isRecordedOn({ run, request, sheets }: Preview): boolean {
  return sheets.history.some(({ preset, date }) => preset === run.preset.id && date === request.asOf);
}
