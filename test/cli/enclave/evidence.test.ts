import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare } from "../../../cli/enclave/compare";
import { writeEvidence } from "../../../cli/enclave/evidence";
import { digestOf } from "../../../config/drain-evidence";
import { evidenceFile, loadEstate } from "../../../config/load";
import { TODAY } from "../../support/estates";
import { DRAINED, HOME, NOTHING, SOURCE } from "./inventories";

const LOCAL = readFileSync(join(__dirname, "../../../config/environments/local.yaml"), "utf8");

/** An estate of its own folder, in a phase. */
function estateIn(phase: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "clover-drained-")), "estate.yaml");
  writeFileSync(file, LOCAL.replace("phase: serving", `phase: ${phase}`));
  return file;
}

describe("the evidence that is written", () => {
  it("is what a retired estate is loaded with", () => {
    const file = estateIn("draining");
    writeEvidence(evidenceFile(file), loadEstate(file, { today: TODAY }), TODAY, compare(SOURCE, HOME, NOTHING));
    writeFileSync(file, LOCAL.replace("phase: serving", "phase: retired"));
    const { drained } = loadEstate(file, { today: TODAY }).enclave;
    expect(drained).toMatchObject({
      comparedOn: TODAY,
      objects: { source: { versions: 4 } },
      items: { source: { count: 2 } },
    });
    expect(readdirSync(join(file, "..")).sort()).toEqual(["estate.drain.json", "estate.yaml"]);
  });

  it("tells apart what is newer and what is erased at home, and proves the drain all the same", () => {
    const file = estateIn("draining");
    const changed = { ...HOME, items: new Map([[digestOf("x"), digestOf("x2")]]) };
    writeEvidence(evidenceFile(file), loadEstate(file, { today: TODAY }), TODAY, compare(SOURCE, changed, DRAINED));
    writeFileSync(file, LOCAL.replace("phase: serving", "phase: retired"));
    const { items } = loadEstate(file, { today: TODAY }).enclave.drained!;
    expect(items).toMatchObject({ held: 2, source: { count: 0 }, newerAtHome: 1, erasedAtHome: 1 });
  });

  it("fails when the drain is not complete, and leaves nothing behind", () => {
    const file = estateIn("draining");
    const incomplete = compare(SOURCE, { ...HOME, items: new Map() }, NOTHING);
    const write = () => writeEvidence(evidenceFile(file), loadEstate(file, { today: TODAY }), TODAY, incomplete);
    expect(write).toThrow(/estate\.drain\.json is not written: the drain to dublin is not complete\.$/);
    expect(readdirSync(join(file, ".."))).toEqual(["estate.yaml"]);
  });

  it("fails when the file cannot be written", () => {
    const estate = loadEstate(estateIn("draining"), { today: TODAY });
    expect(() => writeEvidence("/no/such/folder/x.json", estate, TODAY, compare(SOURCE, HOME, NOTHING))).toThrow(
      "/no/such/folder/x.json: the evidence cannot be written: ENOENT",
    );
  });
});
