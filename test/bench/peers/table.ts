import type { Row } from "./timed";

/** A table of Markdown: every contender beside our own later run. */
export function table(rows: number, found: readonly Row[], own: Row | undefined): string {
  const ms = (value: number) => (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en"));
  const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ×`;
  const lines = found.map(({ name, wall, cpu, peak }) => {
    const ratios = own ? [times(wall / own.wall), times(cpu / own.cpu)] : ["", ""];
    return `| ${[name, ms(wall), ms(cpu), ...ratios, peak === undefined ? "" : String(peak)].join(" | ")} |`;
  });
  return [
    `## ${rows.toLocaleString("en")} rows`,
    "",
    "| | ms | CPU ms | to ours, later | in CPU time | MB above the cells |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}
