import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs"; // prettier-ignore
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../../../config/digest";
import { ROOT } from "../../../config/root";
import { writeBundle } from "../../../cli/evidence/write-bundle";
import { Failure } from "../../../cli/failure";
import { json } from "../../../cli/report/review/json";
import { chosenEstate } from "../../../config/chosen";
import { readInputs } from "../../../policies/model/read";
import { review as reviewOf } from "../../../review/review";
import { declaredEstate, writeEstate } from "../../support/estates";

const CLOVER = join(__dirname, "../../../cli/clover.mjs");
const FOLDER = mkdtempSync(join(tmpdir(), "clover-evidence-"));
const chosen = chosenEstate({ CLOVER_ESTATE: "local", CLOVER_TODAY: "2026-11-24" });
const synthesized = writeEstate(declaredEstate("local"));
afterAll(() => [FOLDER, synthesized].forEach((folder) => rmSync(folder, { recursive: true })));

function clover(...args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, CLOVER_TODAY: "2026-11-24", CLOVER_ESTATE: "local" };
  return spawnSync(process.execPath, [CLOVER, "evidence", ...args], { cwd: FOLDER, encoding: "utf8", env });
}

const folder = (name: string) => join(FOLDER, name);
const textOf = (bundle: string, file: string) => readFileSync(join(bundle, file), "utf8");
const statementOf = (bundle: string) => JSON.parse(textOf(bundle, "statement.json"));

/** The synthesized estate with something else in it, in a folder of its own. */
function altered(name: string, alter: (copy: string) => void): string {
  cpSync(synthesized, folder(name), { recursive: true });
  alter(folder(name));
  return folder(name);
}

/** A file that is given as a review. */
function other(name: string, text: string): string {
  writeFileSync(folder(name), text);
  return folder(name);
}

/** Every test about a whole bundle looks at this one. */
const BUNDLE = folder("bundle");
const side = { estate: chosen.estate, inputs: readInputs([synthesized]) };
const REVIEW = json(reviewOf(side, side, chosen.today));
const review = folder("given.json");
writeFileSync(review, REVIEW);
const outputs = folder("outputs");
const first = clover(synthesized, "--out", BUNDLE, "--review", review, "--outputs", outputs);

describe("clover evidence", () => {
  it("writes what was synthesized, the estate, the check, the review and the tools, and prints the statement's digest", () => {
    const stacks = ["dublin", "enclave", "ireland-2", "monitor", "norway", "organization"];
    const code = /^cdktf\.out\/stacks\/monitor\/assets\/\S+\.zip$/;
    const names = statementOf(BUNDLE).subject.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => code.test(name))).not.toEqual([]);
    expect(names.filter((name: string) => !code.test(name))).toEqual([
      "cdktf.out/manifest.json",
      ...stacks.map((stack) => `cdktf.out/stacks/${stack}/cdk.tf.json`),
      "check.json",
      "estate.json",
      "estate/local.yaml",
      "review.json",
      "tools.json",
    ]);
    expect(textOf(BUNDLE, "cdktf.out/stacks/norway/cdk.tf.json")).toBe(
      readFileSync(join(synthesized, "stacks/norway/cdk.tf.json"), "utf8"),
    );
    expect(JSON.parse(textOf(BUNDLE, "check.json")).summary).toMatchObject({ estate: "local", today: "2026-11-24" });
    expect(JSON.parse(textOf(BUNDLE, "estate.json"))).toMatchObject({ name: "local" });
    expect(textOf(BUNDLE, "review.json")).toBe(REVIEW);
    expect(JSON.parse(textOf(BUNDLE, "tools.json"))).toMatchObject({ terraform: "1.11.4", "hashicorp/aws": "5.100.0" });
    expect(first.stdout).toContain(`statement sha256:${sha256(textOf(BUNDLE, "statement.json"))}`);
    expect(readFileSync(outputs, "utf8")).toBe(`statement=${sha256(textOf(BUNDLE, "statement.json"))}\n`);
    expect(first.status).toBe(0);
  });

  it("states it as in-toto does, every policy that asked something by what it came to", () => {
    const { _type, predicateType, predicate, subject } = statementOf(BUNDLE);
    expect(_type).toBe("https://in-toto.io/Statement/v1");
    expect(predicateType).toBe("https://in-toto.io/attestation/test-result/v0.1");
    expect(predicate).toMatchObject({ result: "PASSED", warnedTests: [], failedTests: [] });
    expect(predicate.passedTests).toEqual(expect.arrayContaining(["ENC-003", "RES-001"]));
    expect(predicate.passedTests.length).toBeGreaterThan(100);
    expect(predicate.configuration.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(["estate/local.yaml", "tools.json", "package-lock.json"]),
    );
    for (const { name, digest } of subject)
      expect(digest).toEqual({ sha256: sha256(readFileSync(join(BUNDLE, name))) });
  });

  it("writes the same bytes again, whoever's umask it is", () => {
    const umask = process.umask(0o077);
    writeBundle(folder("again"), { synthesized, chosen, review });
    process.umask(umask);
    expect(textOf(folder("again"), "statement.json")).toBe(textOf(BUNDLE, "statement.json"));
    for (const file of ["statement.json", "cdktf.out/manifest.json"]) {
      expect(statSync(join(folder("again"), file)).mode & 0o777).toBe(0o644);
    }
  });

  it("writes the same bytes wherever it is written: in the checkout, too, it is no change of the source", () => {
    const inside = mkdtempSync(join(ROOT, "clover-evidence-"));
    try {
      rmSync(inside, { recursive: true });
      writeBundle(inside, { synthesized, chosen, review });
      expect(textOf(inside, "statement.json")).toBe(textOf(BUNDLE, "statement.json"));
    } finally {
      rmSync(inside, { recursive: true, force: true });
    }
  });

  it("keeps a bundle of what the policies object to as well, says FAILED in it, and exits 1", () => {
    const source = altered("weak", (copy) => {
      const file = join(copy, "stacks/dublin/cdk.tf.json");
      const json = JSON.parse(readFileSync(file, "utf8"));
      delete json.resource.aws_s3_bucket_server_side_encryption_configuration;
      writeFileSync(file, JSON.stringify(json));
    });
    const { status } = clover(source, "--out", folder("failed"));
    expect(statementOf(folder("failed")).predicate).toMatchObject({
      result: "FAILED",
      failedTests: expect.arrayContaining(["ENC-003"]),
      passedTests: expect.not.arrayContaining(["ENC-003"]),
    });
    expect(status).toBe(1);
  });

  it("leaves out what Terraform left there: providers, state and plans", () => {
    const source = altered("deployed", (copy) => {
      mkdirSync(join(copy, "stacks/dublin/.terraform/providers"), { recursive: true });
      symlinkSync("/opt", join(copy, "stacks/dublin/.terraform/providers/aws"));
      mkdirSync(join(copy, "stacks/dublin/terraform.tfstate.d/other"), { recursive: true });
      const lock = ".terraform.tfstate.lock.info";
      for (const file of ["plan", "a.tfplan", "terraform.tfstate", "terraform.tfstate.backup", lock]) {
        writeFileSync(join(copy, "stacks/dublin", file), "secret");
      }
    });
    writeBundle(folder("without"), { synthesized: source, chosen, review });
    expect(textOf(folder("without"), "statement.json")).toBe(textOf(BUNDLE, "statement.json"));
  });

  it("leaves nothing out for its name alone: neither a stack called plan, nor what lies where Terraform leaves nothing", () => {
    const file = folder("planning.yaml");
    const text = readFileSync(chosen.file, "utf8").replace(/\bdublin\b/g, "plan");
    writeFileSync(file, text.replaceAll("plan-support", "support"));
    const planning = chosenEstate({ CLOVER_ESTATE: file, CLOVER_TODAY: "2026-11-24" });
    const source = writeEstate(planning.estate);
    mkdirSync(join(source, "stacks/norway/assets/plan"), { recursive: true });
    const kept = ["stacks/norway/assets/plan/plan", "stacks/norway/assets/a.tfstate", "plan"];
    for (const path of kept) writeFileSync(join(source, path), "");
    writeFileSync(join(source, "stacks/plan/plan"), "secret");
    writeBundle(folder("planned"), { synthesized: source, chosen: planning });
    const names = statementOf(folder("planned")).subject.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["stacks/plan/cdk.tf.json", ...kept].map((path) => `cdktf.out/${path}`)),
    );
    expect(names).not.toContain("cdktf.out/stacks/plan/plan");
    rmSync(source, { recursive: true });
  });

  it.each([
    ["holds a symbolic link", (copy: string) => symlinkSync("/etc/passwd", join(copy, "stacks/dublin/asset")), "symbolic link"], // prettier-ignore
    ["has two names that differ in case alone", (copy: string) => writeFileSync(join(copy, "MANIFEST.json"), ""), "differ in case alone"], // prettier-ignore
    [
      "holds no stack",
      (copy: string) => rmSync(join(copy, "stacks"), { recursive: true }),
      "source which holds no stack: the folder holds neither stacks/ nor",
    ],
    ["is one stack's", (copy: string) => { rmSync(copy, { recursive: true }); cpSync(join(synthesized, "stacks/dublin"), copy, { recursive: true }); }, "it is no synth folder"], // prettier-ignore
    // prettier-ignore
  ])("leaves nothing behind when the synth folder %s", (name, alter, message) => {
    const source = altered(`source which ${name}`, alter);
    expect(() => writeBundle(folder("refused"), { synthesized: source, chosen })).toThrow(message);
    expect(readdirSync(FOLDER).filter((name) => name.startsWith("refused"))).toEqual([]);
  });

  it.each([
    ["the target holds something", BUNDLE, {}, "there is something already"],
    ["the target is a file", review, {}, "there is something already"],
    ["the target lies in the synth folder", join(synthesized, "stacks/evidence"), {}, "which the evidence is of"],
    // ENOTDIR of Node 20, EEXIST of Node 22.
    ["the target cannot be made", join(review, "below"), {}, "cannot be read or written: E"],
    ["the synth folder is not there", folder("refused"), { synthesized: "/no/such/path" }, "cannot be read: ENOENT"],
    ["the review is no JSON", folder("refused"), { review: CLOVER }, "clover.mjs: it is no review that this version of clover wrote: it is no JSON object; write it with `clover review"], // prettier-ignore
    ["the review is something else", folder("refused"), { review: other("check.json", '{"summary":{}}') }, "'format'"], // prettier-ignore
    ["the review is of another version", folder("refused"), { review: other("version.json", REVIEW.replace("-review-1", "-review-2")) }, "'format'"], // prettier-ignore
    ["the review is of another estate", folder("refused"), { review: other("estate.json", REVIEW.replaceAll('"estate": "local"', '"estate": "production"')) }, "its head is of the estate production, and the evidence of local"], // prettier-ignore
    ["the review is of another head", folder("refused"), { review: other("head.json", REVIEW.replaceAll(/"digest": "./g, '"digest": "x')) }, "its head is another than what the evidence is of"], // prettier-ignore
  ])("is refused when %s", (_why, target, changes, message) => {
    expect(() => writeBundle(target, { synthesized, chosen, ...changes })).toThrow(Failure);
    expect(() => writeBundle(target, { synthesized, chosen, ...changes })).toThrow(message);
    expect(existsSync(folder("refused"))).toBe(false);
  });

  it("writes nothing where its outputs cannot be written, or the target has no name", () => {
    const without = clover(synthesized, "--out", folder("refused"), "--outputs", "/no/such/folder/outputs");
    expect(without.stderr).toContain("/no/such/folder/outputs: the report cannot be written: ENOENT");
    expect(existsSync(folder("refused"))).toBe(false);
    const nameless = clover(synthesized, "--out", "");
    expect(nameless.stderr).toContain("--out names no folder");
    expect([without.status, nameless.status]).toEqual([2, 2]);
  });

  it("writes into an empty folder", () => {
    mkdirSync(folder("empty"));
    writeBundle(folder("empty"), { synthesized, chosen, review });
    expect(textOf(folder("empty"), "statement.json")).toBe(textOf(BUNDLE, "statement.json"));
  });
});

describe("clover evidence verify", () => {
  it("exits 0 when nothing was touched, 1 and names the file when something was, and 2 when it is no bundle", () => {
    const digest = sha256(textOf(BUNDLE, "statement.json"));
    const whole = clover("verify", BUNDLE, "--statement", `sha256:${digest}`);
    const { length } = statementOf(BUNDLE).subject;
    expect(whole.stdout).toContain(`${length} files as recorded; the policies PASSED.`);
    expect(whole.stdout).toContain(`statement sha256:${digest}, as recorded`);
    expect(whole.status).toBe(0);
    cpSync(BUNDLE, folder("tampered"), { recursive: true });
    writeFileSync(join(folder("tampered"), "check.json"), "{}");
    const tampered = clover("verify", folder("tampered"));
    expect(tampered.stdout).toMatch(/^check\.json: changed: /);
    expect(tampered.status).toBe(1);
    const none = clover("verify", synthesized);
    expect(none.stderr).toContain("the folder is no evidence bundle: it has no statement.json");
    expect(none.stderr).not.toMatch(/^\s+at /m);
    expect(none.status).toBe(2);
  });

  it("exits 2 when the digest is none", () => {
    const { status, stderr } = clover("verify", BUNDLE, "--statement", "abc");
    expect(stderr).toContain("It must be a SHA-256 in lower-case hex.");
    expect(status).toBe(2);
  });
});
