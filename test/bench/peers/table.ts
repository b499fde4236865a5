import type { Row } from "./timed";

/** A table of Markdown: every contender beside our own later run, with its memory where that was measured. */
export function table(rows: number, found: readonly Row[], own: Row | undefined): string {
  const ms = (value: number) => (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en"));
  const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ×`;
  const hasPeaks = found.some(({ peak }) => peak !== undefined);
  const lines = found.map(({ name, wall, cpu, peak }) => {
    const ratios = own ? [times(wall / own.wall), times(cpu / own.cpu)] : ["", ""];
    const memory = hasPeaks ? [peak === undefined ? "" : String(peak)] : [];
    return `| ${[name, ms(wall), ms(cpu), ...ratios, ...memory].join(" | ")} |`;
  });
  return [
    `## ${rows.toLocaleString("en")} rows`,
    "",
    `| | ms | CPU ms | to ours, later | in CPU time |${hasPeaks ? " MB above the cells |" : ""}`,
    `| --- | ---: | ---: | ---: | ---: |${hasPeaks ? " ---: |" : ""}`,
    ...lines,
  ].join("\n");
}
