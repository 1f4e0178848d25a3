import { isSettled, type DrainRecords, type Fate } from "./drain-record";
import { itemDigest, keyDigest, type Item } from "./items";
import type { ItemWriter } from "./item-writer";

/** An export of the enclave's table that has arrived, whole. */
export interface ArrivedExport {
  readonly id: string;
  readonly items: readonly Item[];
}

/** By digests of keys. */
export interface HeldItems {
  has(key: string): boolean;
}

/** What a run did with the items of an export that no run before had dealt with. */
export type ImportCounts = Readonly<Record<Fate, number>>;

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
 * What the enclave no longer holds is not written, however old the export is, and what it erased while this was
 * writing is taken back. An erasure that is carried out in the enclave first and then at home is therefore never undone, at
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
  for (const item of items) {
    const key = keyDigest(item);
    if (isSettled(marked.get(key)) || isSettled(record.items.get(key))) continue;
    settle(item, held.has(key) ? await writer.write(item) : "erased");
  }
  const written = items.filter((item) => marked.get(keyDigest(item))?.fate === "written");
  const still = await heldNow();
  for (const item of written.filter((one) => !still.has(keyDigest(one)))) settle(item, await writer.withdraw(item));
  await records.writeImport(id, marked);
  await writer.end();
  return counted([...fates.values()]);
}

function counted(fates: readonly Fate[]): ImportCounts {
  const count = (fate: Fate) => fates.filter((each) => each === fate).length;
  return { written: count("written"), found: count("found"), erased: count("erased") };
}
