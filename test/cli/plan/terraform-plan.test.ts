import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyPlan, planStack, readRecord } from "../../../cli/plan/terraform-plan";
import { PINNED_VERSION } from "../../../cli/terraform/release";
import { declaredEstate, writeEstate } from "../../support/estates";

const estate = declaredEstate("local");
const synthesized = writeEstate(estate);
const FOLDER = mkdtempSync(join(tmpdir(), "clover-planned-"));
const PATH = process.env["PATH"];
afterEach(() => {
  process.env["PATH"] = PATH;
});
afterAll(() => [FOLDER, synthesized].forEach((folder) => rmSync(folder, { recursive: true })));

/** A Terraform of the pinned version that does this when it is asked for anything else. */
function terraform(does: string): void {
  const folder = mkdtempSync(join(FOLDER, "bin-"));
  const file = join(folder, "terraform");
  const version = `[ "$1" = version ] && echo '{"terraform_version":"${PINNED_VERSION}"}'`;
  writeFileSync(file, `#!/bin/sh\n${version} || { ${does}; }\n`);
  chmodSync(file, 0o755);
  process.env["PATH"] = folder;
}

describe("a plan", () => {
  it.each([
    ["is killed", "kill -9 $$", "terraform init was ended by SIGKILL: what it had begun, it did not finish."],
    ["fails", "exit 1", "terraform init failed; it has said why."],
  ])("fails when Terraform %s, and leaves nothing behind", async (_what, does, message) => {
    terraform(does);
    const out = join(FOLDER, "left");
    await expect(planStack({ estate, stack: "dublin", purpose: "plan", synthesized, out })).rejects.toThrow(message);
    expect(existsSync(out)).toBe(false);
  });

  it("fails when Terraform cannot be started", async () => {
    terraform("exit 1");
    const folder = process.env["PATH"]!;
    // It tells its version once, and is no program after that.
    const once = `#!/bin/sh\necho '{"terraform_version":"${PINNED_VERSION}"}'\n/bin/chmod 644 "$0"\n`;
    writeFileSync(join(folder, "terraform"), once);
    const planning = planStack({ estate, stack: "dublin", purpose: "plan", synthesized, out: join(FOLDER, "left") });
    await expect(planning).rejects.toThrow("terraform init could not be run: spawnSync terraform EACCES.");
  });
});

describe("a plan's record", () => {
  const record = { estate: "local", stack: "dublin", digest: "a".repeat(64), terraform: "1.11.4", changes: [] };

  function recorded(text: string): string {
    const out = mkdtempSync(join(FOLDER, "record-"));
    writeFileSync(join(out, "record.json"), text);
    return out;
  }

  it("is read as it was written", () => {
    expect(readRecord(recorded(JSON.stringify(record)))).toEqual(record);
  });

  it.each<[string, string, string]>([
    ["it is no JSON", "{", "it is no JSON"],
    ["it is null", "null", "expected object"],
    ["it has no changes", JSON.stringify({ ...record, changes: undefined }), "'changes' "],
    ["a change has no actions", JSON.stringify({ ...record, changes: [{ address: "a" }] }), "'changes.0.actions' "],
    ["its stack is a path", JSON.stringify({ ...record, stack: "../../x" }), "'stack' must be the id of a stack"],
    ["its digest is none", JSON.stringify({ ...record, digest: "" }), "'digest' must be a SHA-256"],
    ["it says more", JSON.stringify({ ...record, more: 1 }), "more"],
  ])("is none when %s, and nothing is applied", async (_why, text, message) => {
    const out = recorded(text);
    mkdirSync(join(out, "stack"));
    terraform(`/bin/touch ${join(FOLDER, "ran")}`);
    expect(() => readRecord(out)).toThrow(`${join(out, "record.json")}: it is no record of a plan: `);
    expect(() => readRecord(out)).toThrow(message);
    await expect(applyPlan(out, record.digest)).rejects.toThrow(message);
    expect(existsSync(join(FOLDER, "ran"))).toBe(false);
  });

  it("is none where there is no file", () => {
    expect(() => readRecord(join(FOLDER, "nowhere"))).toThrow("no plan lies there (ENOENT)");
  });
});
