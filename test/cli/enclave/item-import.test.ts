import { DrainRecords } from "../../../cli/enclave/drain-record";
import { importExport } from "../../../cli/enclave/item-import";
import { itemDigest, keyDigest, type Item } from "../../../cli/enclave/items";
import { ItemWriter } from "../../../cli/enclave/item-writer";
import { MemoryTable, MemoryTexts } from "./stores";

const item = (subject: string, content = "from the enclave"): Item => ({
  subject: { S: subject },
  record: { S: "profile" },
  content: { S: content },
});
const PEOPLE = ["anna", "bo", "cleo", "dag"];
const EXPORT = { id: "01", items: PEOPLE.map((person) => item(person)) };

/** A home of its own, into which the enclave is drained. */
function drained(there: readonly Item[] = []) {
  const table = new MemoryTable(there);
  const bucket = new MemoryTexts();
  const enclave = new Map(EXPORT.items.map((each) => [keyDigest(each), itemDigest(each)]));
  const records = new DrainRecords(bucket.client, "home", "enclave-drained");
  return {
    table,
    bucket,
    records,
    /** What the enclave holds by now. */
    enclave,
    erasedInEnclave: (person: string) => enclave.delete(keyDigest(item(person))),
    run: ({ id, items } = EXPORT, held: ReadonlyMap<string, string> = new Map(enclave)) =>
      importExport(
        { id, items },
        { writer: new ItemWriter(table.client, "home"), records, held, heldNow: async () => enclave },
      ),
  };
}

describe("the import of an export", () => {
  it("writes every item once, writes that down, and leaves no mark of its own in the table", async () => {
    const home = drained();
    expect(await home.run()).toEqual({ written: 4, found: 0, erased: 0, stale: 0 });
    expect(home.table.subjects()).toEqual(PEOPLE);
    const { exports, items } = await home.records.read();
    expect([...exports]).toEqual(["01"]);
    expect([...items.keys()].sort()).toEqual(EXPORT.items.map(keyDigest).sort());
    const [[key, text] = []] = [...home.bucket.objects];
    expect(key).toBe("enclave-drained/items/01.json");
    expect(text).not.toContain("anna");
  });

  it("leaves what is there under an item's key: it is newer", async () => {
    const home = drained([item("bo", "written at home")]);
    expect(await home.run()).toEqual({ written: 3, found: 1, erased: 0, stale: 0 });
    expect(home.table.get(item("bo"))).toEqual(item("bo", "written at home"));
  });

  it("writes nobody home who was erased in the enclave since the export", async () => {
    const home = drained();
    home.erasedInEnclave("bo");
    expect(await home.run()).toEqual({ written: 3, found: 0, erased: 1, stale: 0 });
    expect(home.table.subjects()).toEqual(["anna", "cleo", "dag"]);
    // Not even for a moment.
    expect(home.table.transactions).toBe(3);
    expect((await home.records.read()).items.get(keyDigest(item("bo")))).toMatchObject({ fate: "erased" });
  });

  it("writes nothing that is another in the enclave, which a later export has", async () => {
    const home = drained();
    home.enclave.set(keyDigest(item("bo")), itemDigest(item("bo", "the latest")));
    expect(await home.run()).toEqual({ written: 3, found: 0, erased: 0, stale: 1 });
    expect(home.table.subjects()).toEqual(["anna", "cleo", "dag"]);
    const later = { id: "02", items: [item("bo", "the latest")] };
    expect(await home.run(later)).toEqual({ written: 1, found: 0, erased: 0, stale: 0 });
    expect(home.table.get(item("bo"))).toEqual(item("bo", "the latest"));
  });

  it("takes back whom the enclave erases while it writes, and not what was changed at home since", async () => {
    const home = drained();
    const before = new Map(home.enclave);
    home.erasedInEnclave("anna");
    home.erasedInEnclave("bo");
    home.table.before = (nth) => (nth === 3 ? home.table.put(item("bo", "newer")) : undefined);
    expect(await home.run(EXPORT, before)).toEqual({ written: 3, found: 0, erased: 1, stale: 0 });
    expect(home.table.subjects()).toEqual(["bo", "cleo", "dag"]);
  });

  it("writes nobody home again who was erased there once the import was through", async () => {
    const home = drained();
    await home.run();
    home.table.delete(item("bo"));
    expect(await home.run()).toBeUndefined();
    expect(await home.run({ ...EXPORT, id: "02" })).toEqual({ written: 0, found: 0, erased: 0, stale: 0 });
    expect(home.table.subjects()).toEqual(["anna", "cleo", "dag"]);
  });

  it("writes nobody home again who was erased there between two runs, wherever the first was killed", async () => {
    let kills = 0;
    for (let survived = 1; ; survived++) {
      const home = drained();
      home.table.survives = survived;
      const ended = await home.run().catch(() => "killed" as const);
      home.table.survives = Number.POSITIVE_INFINITY;
      if (ended !== "killed") break;
      kills++;
      const there = PEOPLE.filter((person) => home.table.get(item(person)) !== undefined);
      for (const person of there) home.table.delete(item(person));
      await home.run();
      expect(home.table.subjects()).toEqual(PEOPLE.filter((person) => !there.includes(person)));
    }
    expect(kills).toBeGreaterThan(10);
  });

  it("goes on where its record could not be written", async () => {
    const home = drained();
    home.bucket.survives = 2;
    await expect(home.run()).rejects.toThrow("killed");
    home.bucket.survives = Number.POSITIVE_INFINITY;
    home.table.delete(item("cleo"));
    expect(await home.run()).toEqual({ written: 0, found: 0, erased: 0, stale: 0 });
    expect(home.table.subjects()).toEqual(["anna", "bo", "dag"]);
    expect((await home.records.read()).items.size).toBe(4);
  });

  it("fails when another run has begun, and has written nobody home again whom that one's time saw erased", async () => {
    const home = drained();
    home.table.before = async (nth) => {
      if (nth > 1) return;
      await home.run();
      home.table.delete(item("anna"));
    };
    await expect(home.run()).rejects.toThrow("Another run of the drain has begun");
    expect(home.table.subjects()).toEqual(["bo", "cleo", "dag"]);
  });

  it("fails when another run begins as it ends, which then finds it through", async () => {
    const home = drained();
    const second = new ItemWriter(home.table.client, "home");
    const { writeImport } = home.records;
    home.records.writeImport = async (...args) => {
      await writeImport.apply(home.records, args);
      await second.begin();
    };
    await expect(home.run()).rejects.toThrow("Another run of the drain has begun");
    expect(await home.run()).toBeUndefined();
    expect(home.table.subjects()).toEqual(PEOPLE);
  });

  it("fails when its record came out of the enclave, which replicates whatever lies there", async () => {
    const home = drained();
    await home.run();
    home.bucket.replicas = true;
    await expect(home.run()).rejects.toThrow(
      "01.json came out of the enclave, and is no record of the drain: delete it.",
    );
  });

  it("fails when a part of its record is not as it was written", async () => {
    const home = drained();
    await home.run();
    for (const text of ["{", '{"format":"clover-import-1","items":{"x":{"fate":"gone"}}}']) {
      home.bucket.objects.set("enclave-drained/items/01.json", text);
      await expect(home.run()).rejects.toThrow(
        "home/enclave-drained/items/01.json is no record of the drain: restore the version that the drain wrote.",
      );
    }
  });
});

describe("the record of what is seen at home", () => {
  it("keeps what it has, whatever is gone there since, and is written only when there is more", async () => {
    const { records, bucket } = drained();
    expect([...(await records.read()).arrived]).toEqual([]);
    await records.addArrived(["b 1", "a 1"]);
    await records.addArrived(["c 1"]);
    bucket.survives = 1;
    await records.addArrived(["a 1"]);
    bucket.survives = Number.POSITIVE_INFINITY;
    expect([...(await records.read()).arrived]).toEqual(["a 1", "b 1", "c 1"]);
  });
});
