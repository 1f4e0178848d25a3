import Table from "cli-table3";
import { visibleLines } from "./report/visible";

/** Plain borders, no colour, and nothing that a terminal obeys: the tables go into tickets and evidence as well. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const built = new Table({ head: [...head], style: { head: [], border: [] } });
  built.push(...rows.map((row) => row.map(visibleLines)));
  return built.toString();
}
