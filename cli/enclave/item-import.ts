import { isSettled, type DrainRecords, type Fate } from "./drain-record";
import type { Inventory } from "./inventory";
import { itemDigest, keyDigest, type Item } from "./items";
import type { ItemWriter } from "./item-writer";

/** An export of the enclave's table that has arrived, whole. */
export interface ArrivedExport {
  readonly id: string;
  readonly items: readonly Item[];
}

/** Digests of items by the digests of their keys. */
export type HeldItems = Inventory["items"];

/** What a run did with the items of an export that no run before had dealt with. */
export interface ImportCounts extends Readonly<Record<Fate, number>> {
  /** Not as the enclave holds them: another export has them. */
  readonly stale: number;
}

export interface ImportWays {
  readonly writer: ItemWriter;
  readonly records: DrainRecords;
  /** What the enclave's table held when this run began. */
  readonly held: HeldItems;
  /** What it holds at the moment when it is asked. */
  readonly heldNow: () => Promise<HeldItems>;
}

/**
 * Imports one export into the target's table, once.
 *
 * What the enclave no longer holds, or not so, is not written, however old the export is and whoever made it, and what it
 * erased while this was writing is taken back. An erasure that is carried out in the enclave first and then at home is therefore never undone, at
 * whatever moment it comes; nor is one at home alone, once the item has come home.
 *
 * @returns nothing when the export was imported before
 */
export async function importExport(
  { id, items }: ArrivedExport,
  { writer, records, held, heldNow }: ImportWays,
): Promise<ImportCounts | undefined> {
  const marked = await writer.begin();
  // Not before: a run that was through by then has written it down.
  const record = await records.read();
  if (record.exports.has(id)) {
    await writer.end();
    return undefined;
  }
  const fates = new Map<string, Fate>();
  const settle = (item: Item, fate: Fate) => {
    marked.set(keyDigest(item), { item: itemDigest(item), fate });
    fates.set(keyDigest(item), fate);
  };
  let stale = 0;
  for (const item of items) {
    const key = keyDigest(item);
    if (isSettled(marked.get(key)) || isSettled(record.items.get(key))) continue;
    const own = held.get(key);
    if (own === undefined) settle(item, "erased");
    else if (own === itemDigest(item)) settle(item, await writer.write(item));
    else stale++;
  }
  const written = items.filter((item) => marked.get(keyDigest(item))?.fate === "written");
  const still = await heldNow();
  for (const item of written.filter((one) => !still.has(keyDigest(one)))) settle(item, await writer.withdraw(item));
  await records.writeImport(id, marked);
  await writer.end();
  return { ...counted([...fates.values()]), stale };
}

function counted(fates: readonly Fate[]): Readonly<Record<Fate, number>> {
  const count = (fate: Fate) => fates.filter((each) => each === fate).length;
  return { written: count("written"), found: count("found"), erased: count("erased") };
}
