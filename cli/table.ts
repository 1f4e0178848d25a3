import Table from "cli-table3";

/** Plain borders and no colour: the tables go into tickets and evidence as well as onto terminals. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const built = new Table({ head: [...head], style: { head: [], border: [] } });
  built.push(...rows.map((row) => [...row]));
  return built.toString();
}
