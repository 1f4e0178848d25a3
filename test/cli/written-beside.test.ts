import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strangers, writtenBeside } from "../../cli/written-beside";
import { chosenEstate } from "../../config/chosen";
import type { Estate } from "../../config/estate";
import { writeEstateFile } from "../../config/written";
import { declaredEstate, TODAY } from "../support/estates";

const FOLDER = mkdtempSync(join(tmpdir(), "clover-beside-"));
const STACK = join(FOLDER, "stacks/dublin");
mkdirSync(STACK, { recursive: true });
afterAll(() => rmSync(FOLDER, { recursive: true }));

const chosen = chosenEstate({ CLOVER_ESTATE: "local", CLOVER_TODAY: TODAY });
const local = declaredEstate("local");

function told(written: Estate, path = FOLDER): readonly string[] {
  writeEstateFile(FOLDER, written);
  return strangers([path], chosen);
}

describe("what was synthesized for another estate", () => {
  it("is told with both names, of a synth folder, of a stack's folder and of its file", () => {
    for (const path of [FOLDER, STACK, join(STACK, "cdk.tf.json")]) {
      expect(told(declaredEstate("production"), path)).toEqual([
        `${path} was synthesized for the estate production, and is judged by the estate local: --estate or CLOVER_ESTATE chooses.`,
      ]);
    }
  });

  it("is told with the sections that differ when only the version is another", () => {
    const approvals = { ...local.approvals, region: "other@example.org" };
    expect(
      told({ ...local, approvals, counterparties: [...local.counterparties].map((one) => ({ ...one, title: "x" })) }),
    ).toEqual([
      `${FOLDER} was synthesized for another version of the estate local than the one that it is judged by: they differ in counterparties, approvals.`,
    ]);
  });

  it.each(["{", "[]", "", '{"name":"local"}'])("is told when what it says of itself is %j", (text) => {
    writeFileSync(join(FOLDER, "estate.json"), text);
    expect(strangers([FOLDER], chosen)).toEqual([
      `${FOLDER} has an estate.json that cannot be read as an estate: it is judged by the estate local, whatever it was synthesized for.`,
    ]);
  });

  it("is told once, however often it is given, and by the name that it is given", () => {
    told(declaredEstate("production"));
    expect(strangers([FOLDER, FOLDER], chosen, () => "cdktf.out")).toEqual([expect.stringMatching(/^cdktf\.out was/)]);
  });

  it("is nothing that was synthesized for the same", () => {
    expect(told(local)).toEqual([]);
  });

  it("is nothing whose estate only happens to lie two folders above", () => {
    told(declaredEstate("production"));
    mkdirSync(join(FOLDER, "work/cdktf.out/stacks"), { recursive: true });
    expect(writtenBeside(join(FOLDER, "work/cdktf.out"))).toBeUndefined();
  });

  it("is nothing that says nothing of itself", () => {
    expect(strangers([join(FOLDER, "work/cdktf.out"), join(FOLDER, "work/none.json")], chosen)).toEqual([]);
    symlinkSync(join(FOLDER, "loop"), join(FOLDER, "loop"));
    expect(writtenBeside(join(FOLDER, "loop", "x"))).toBeUndefined();
  });
});
