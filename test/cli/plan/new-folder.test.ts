import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inNewFolder } from "../../../cli/plan/new-folder";
import { planStack } from "../../../cli/plan/terraform-plan";
import { declaredEstate } from "../../support/estates";

const FOLDER = mkdtempSync(join(tmpdir(), "clover-new-folder-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));
const at = (name: string) => join(FOLDER, name);

/** Writes something, and fails. */
const halfInto = (folder: string) => async () => {
  writeFileSync(join(folder, "half"), "");
  throw new Error("no more");
};

describe("what fails half-way leaves nothing", () => {
  it("of a folder that was not there, nor of those above it", async () => {
    await expect(inNewFolder(at("above/new"), halfInto(at("above/new")))).rejects.toThrow("no more");
    expect(existsSync(at("above"))).toBe(false);
  });

  it("in an empty folder, which stays", async () => {
    mkdirSync(at("empty"));
    await expect(inNewFolder(at("empty"), halfInto(at("empty")))).rejects.toThrow("no more");
    expect(readdirSync(at("empty"))).toEqual([]);
  });

  it("of a plan of a stack that was not synthesized", async () => {
    const planning = { estate: declaredEstate("local"), stack: "dublin", synthesized: at("none") };
    await expect(planStack({ ...planning, purpose: "plan", out: at("planned") })).rejects.toThrow("cannot be read");
    expect(existsSync(at("planned"))).toBe(false);
  });
});

describe("a folder is made", () => {
  it("where nothing is, for what is made in it", async () => {
    await expect(inNewFolder(at("new"), async () => existsSync(at("new")))).resolves.toBe(true);
    expect(existsSync(at("new"))).toBe(true);
  });

  it.each([
    ["something is", "full", "there is something already"],
    ["a file is", "full/file", "the folder cannot be made: ENOTDIR"],
  ])("not where %s, which stays as it is", async (_what, name, message) => {
    mkdirSync(at("full"), { recursive: true });
    writeFileSync(at("full/file"), "");
    await expect(inNewFolder(at(name), halfInto(at(name)))).rejects.toThrow(message);
    expect(readdirSync(at("full"))).toEqual(["file"]);
  });
});
