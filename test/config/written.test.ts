import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Estate } from "../../config/estate";
import { readWrittenEstate, WRITTEN_ESTATE, writeEstateFile } from "../../config/written";
import { declaredEstate, ESTATES, TODAY } from "../support/estates";

const folder = mkdtempSync(join(tmpdir(), "clover-written-"));
const file = join(folder, WRITTEN_ESTATE);
afterAll(() => rmSync(folder, { recursive: true }));

function readBack(estate: Estate, today = TODAY): Estate {
  writeEstateFile(folder, estate);
  return readWrittenEstate(file, { today });
}

describe("an estate that is written beside its stacks", () => {
  it.each(ESTATES)("%s is read back as it was", (name) => {
    const estate = declaredEstate(name);
    expect(readBack(estate)).toEqual(estate);
  });

  it("is the same bytes every time", () => {
    const texts = [1, 2].map(() => {
      writeEstateFile(folder, declaredEstate("local"));
      return readFileSync(file, "utf8");
    });
    expect(texts[0]).toBe(texts[1]);
  });

  it("is still read when what it declares has lapsed", () => {
    const estate = declaredEstate("local");
    expect(readBack(estate, "2040-01-01")).toEqual(estate);
  });

  it("fails when somebody made it one that could not have been synthesized", () => {
    const estate = declaredEstate("local");
    const [flow] = estate.flows;
    expect(() => readBack({ ...estate, flows: [{ ...flow!, to: "enclave" }] })).toThrow("[estate.flow-into-enclave]");
    expect(() => readBack({ ...estate, monitor: { ...estate.monitor, retentionDays: 30 } })).toThrow(
      "[estate.too-small]",
    );
  });

  it("fails when it says nothing of its name, or is no estate at all", () => {
    const { name: _name, ...unnamed } = declaredEstate("local");
    expect(() => readBack(unnamed as Estate)).toThrow(
      /\[estate\.missing\] \S+estate\.json:1:1 name: must be the estate's name/,
    );
    writeFileSync(file, "[]");
    expect(() => readWrittenEstate(file, { today: TODAY })).toThrow("[estate.not-a-mapping]");
    expect(() => readWrittenEstate(join(folder, "none"), { today: TODAY })).toThrow("[estate.no-such-file]");
  });
});
