import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEstateFile } from "../../config/written";
import { declaredEstate, writeEstate } from "../support/estates";

const CLOVER = join(__dirname, "../../cli/clover.mjs");
const FOLDER = mkdtempSync(join(tmpdir(), "clover-review-"));
const base = writeEstate(declaredEstate("local"));
writeEstateFile(base, declaredEstate("local"));
afterAll(() => [FOLDER, base].forEach((folder) => rmSync(folder, { recursive: true })));

function clover(...args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, CLOVER_TODAY: "2026-11-24" };
  delete env["CLOVER_ESTATE"];
  return spawnSync(process.execPath, [CLOVER, "review", ...args], { cwd: FOLDER, encoding: "utf8", env });
}

/** A copy of the synth folder with another text in Dublin's stack. */
function changed(name: string, from: string, to: string): string {
  const folder = join(FOLDER, name);
  cpSync(base, folder, { recursive: true });
  const file = join(folder, "stacks/dublin/cdk.tf.json");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(from, to));
  return folder;
}

describe("clover review", () => {
  it("exits 0 when nothing differs, by the estates that lie beside the stacks", () => {
    const { status, stdout, stderr } = clover("--base", base, "--head", base);
    expect(stdout).toBe("Estate local: nothing differs\n");
    expect(stderr).toBe("Today is taken to be 2026-11-24 (CLOVER_TODAY)\n");
    expect(status).toBe(0);
  });

  it("exits 1 when something gets weaker, and writes the form that is asked for", () => {
    const head = changed("weaker", '"enable_key_rotation": true', '"enable_key_rotation": false');
    const out = join(FOLDER, "review.json");
    const { status, stdout } = clover("--base", base, "--head", head, "--format", "json", "--out", out);
    const { summary, entries } = JSON.parse(readFileSync(out, "utf8"));
    expect(stdout).toBe("");
    expect(summary).toMatchObject({ weakens: true, counts: { weaker: 1, destroys: 0 } });
    expect(entries).toContainEqual(
      expect.objectContaining({
        verdict: "weaker",
        path: "enable_key_rotation",
        before: "true",
        after: "false",
        policies: ["ENC-005"],
        approvers: ["security@example.org"],
      }),
    );
    expect(entries[0].at).toHaveLength(4);
    expect(status).toBe(1);
  });

  it("compares by the estates that are named", () => {
    const { status, stdout } = clover(
      "--base",
      base,
      "--head",
      base,
      "--base-estate",
      "local",
      "--head-estate",
      "production",
    );
    expect(stdout).toMatch(/^Estate local → production: /);
    expect(status).toBe(1);
  });

  it("says which estate it takes where none lies beside", () => {
    const folder = join(FOLDER, "bare");
    cpSync(join(base, "stacks/dublin"), folder, { recursive: true });
    const { status, stderr } = clover("--base", folder, "--head", folder);
    expect(stderr).toContain(`${folder}: no estate.json beside it; taken to be of the estate local`);
    expect(status).toBe(0);
  });

  it("compares a plan with what it found deployed, and tells what forces a replacement", () => {
    const plan = join(FOLDER, "dublin.json");
    const bucket = { address: "aws_s3_bucket.x", mode: "managed", type: "aws_s3_bucket", name: "x" };
    const module = (name: string) => ({ root_module: { resources: [{ ...bucket, values: { bucket: name } }] } });
    const constant = (value: unknown) => ({ constant_value: value });
    writeFileSync(
      plan,
      JSON.stringify({
        format_version: "1.2",
        prior_state: { values: module("before") },
        planned_values: module("after"),
        resource_changes: [
          {
            ...bucket,
            action_reason: "replace_because_cannot_update",
            change: { actions: ["delete", "create"], replace_paths: [["bucket"]] },
          },
        ],
        configuration: {
          provider_config: {
            aws: {
              name: "aws",
              expressions: { region: constant("eu-west-1"), allowed_account_ids: constant(["200000000002"]) },
            },
          },
          root_module: {
            resources: [
              { address: "aws_s3_bucket.x", provider_config_key: "aws", expressions: { bucket: constant("after") } },
            ],
          },
        },
      }),
    );
    const { status, stdout } = clover("--head", plan, "--head-estate", "local");
    expect(stdout).toContain(
      "DESTROYS it is destroyed with the restricted data in it, and another one takes its place",
    );
    expect(stdout).toContain("  before    before\n  after     after\n            what forces it: bucket\n");
    expect(status).toBe(1);
  });

  it.each([
    ["a path that is not there", ["--base", base, "--head", "/none"], "/none: there is no such file or folder"],
    ["no base for what is no plan", ["--head", base], "--base is missing: only a plan says by itself what it changes."],
    ["an estate that is none", ["--base", base, "--head", base, "--head-estate", "staging"], "[estate.no-such-file]"],
    [
      "a form that is none",
      ["--base", base, "--head", base, "--format", "pdf"],
      "It must be one of text, markdown, json, html.",
    ],
  ])("fails when it is given %s: exit 2, one sentence, no stack trace", (_what, args, message) => {
    const { status, stdout, stderr } = clover(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("fails when somebody wrote an estate beside the stacks that none may be", () => {
    const folder = changed("forged", "nothing that is there", "");
    const estate = declaredEstate("local");
    writeEstateFile(folder, { ...estate, approvals: { ...estate.approvals, audit: "security@example.org" } });
    const { status, stderr } = clover("--base", base, "--head", folder);
    expect(stderr).toContain("[estate.audit-without-monitor]");
    expect(status).toBe(2);
  });
});
