import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEstate } from "../../config/load";
import { writeEstateFile } from "../../config/written";
import { declaredEstate, TODAY, writeEstate } from "../support/estates";

const CLOVER = join(__dirname, "../../cli/clover.mjs");
const FOLDER = mkdtempSync(join(tmpdir(), "clover-check-"));
const synthesized = writeEstate(declaredEstate("local"));
afterAll(() => [FOLDER, synthesized].forEach((folder) => rmSync(folder, { recursive: true })));

const ESTATE = join(FOLDER, "declared.yaml");
writeFileSync(ESTATE, readFileSync(join(__dirname, "../../config/environments/local.yaml")));

/** No JSON, and the beginning of it is quoted. */
const ESCAPES = join(FOLDER, "escapes.json");
writeFileSync(ESCAPES, "\u001b[2Jall is well");

function clover(...args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, CLOVER_TODAY: "2026-11-24" };
  delete env["CLOVER_ESTATE"];
  return spawnSync(process.execPath, [CLOVER, ...args], { cwd: FOLDER, encoding: "utf8", env });
}

/** Dublin's stack without the encryption of its bucket. */
function broken(): string {
  const folder = join(FOLDER, "dublin");
  const json = JSON.parse(readFileSync(join(synthesized, "stacks/dublin/cdk.tf.json"), "utf8"));
  delete json.resource.aws_s3_bucket_server_side_encryption_configuration;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(json));
  return folder;
}

describe("clover check", () => {
  it("exits 0 when nothing is wrong, says which estate was chosen, and what was counted", () => {
    const { status, stdout, stderr } = clover("check", synthesized);
    expect(stderr.split("\n")[0]).toBe("Estate: local (CLOVER_ESTATE is not set; others: production)");
    expect(stdout).toMatch(
      /\d+ policies looked at \d+ resources in 6 stacks of estate local, on 2026-11-24: \d+ passed/,
    );
    expect(stdout).toContain(", 0 failed, 0 undecided, 0 waived.");
    expect(status).toBe(0);
  });

  it("exits 1 when something is, and writes each format to the file that follows it", () => {
    const [json, sarif] = [join(FOLDER, "report.json"), join(FOLDER, "report.sarif")];
    const { status, stdout } = clover("check", broken(), "--format", "json", "--out", json, "--format", "sarif", "--out", sarif, "--format", "text"); // prettier-ignore
    const { findings } = JSON.parse(readFileSync(json, "utf8"));
    expect(findings).toContainEqual(expect.objectContaining({ policy: "ENC-003", stack: "dublin", outcome: "fail" }));
    expect(JSON.parse(readFileSync(sarif, "utf8")).runs[0].results).toHaveLength(findings.length);
    expect(stdout).toContain("FAIL ENC-003 (critical)");
    expect(status).toBe(1);
  });

  it("tells a sunset that is near in every format that has notes, and changes no verdict", () => {
    const local = readFileSync(join(__dirname, "../../config/environments/local.yaml"), "utf8");
    const estate = join(FOLDER, "ending.yaml");
    writeFileSync(estate, local.replace("sunset: 2027-09-30", "sunset: 2026-12-20"));
    const ending = writeEstate(loadEstate(estate, { today: TODAY }));
    const [json, sarif] = [join(FOLDER, "ending.json"), join(FOLDER, "ending.sarif")];
    const { status, stdout } = clover("check", join(ending, "stacks/norway"), "--estate", estate, "--format", "json", "--out", json, "--format", "sarif", "--out", sarif, "--format", "text"); // prettier-ignore
    const warning = "Warning: the enclave is serving and its sunset is in 26 days, on 2026-12-20; declare it draining";
    expect(stdout).toContain(warning);
    expect(JSON.parse(readFileSync(json, "utf8")).notes[0]).toContain(warning);
    const [run] = JSON.parse(readFileSync(sarif, "utf8")).runs;
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain(warning);
    expect(status).toBe(0);
    rmSync(ending, { recursive: true });
  });

  it("says in every format that has notes, and on standard error, that it was synthesized for another estate", () => {
    const elsewhere = join(FOLDER, "elsewhere");
    cpSync(synthesized, elsewhere, { recursive: true });
    const norway = join(elsewhere, "stacks/norway");
    const told = `${norway} was synthesized for the estate production, and is judged by the estate local`;
    writeEstateFile(elsewhere, declaredEstate("production"));
    const { status, stdout, stderr } = clover("check", norway, "--format", "json");
    expect(stderr).toContain(told);
    expect(JSON.parse(stdout).notes).toContainEqual(expect.stringContaining(told));
    expect(JSON.parse(stdout).summary.estate).toBe("local");
    expect(status).toBe(0);
    expect(clover("where", "dublin", join(elsewhere, "stacks/dublin")).stderr).toContain(
      `${elsewhere}/stacks/dublin was synthesized for the estate production`,
    );
  });

  it("keeps standard output for the one report that goes there", () => {
    const { stdout } = clover("check", broken(), "--estate", "local", "--format", "json");
    expect(JSON.parse(stdout).summary).toMatchObject({ estate: "local", stacks: 1 });
  });

  it("writes no report where another one cannot be", () => {
    const json = join(FOLDER, "first.json");
    const { status } = clover("check", broken(), "--format", "json", "--out", json, "--format", "sarif", "--out", "/no/such/folder/x"); // prettier-ignore
    expect(existsSync(json)).toBe(false);
    expect(status).toBe(2);
  });

  it.each([
    ["a path is not there", ["check", "/no/such/path"], "/no/such/path: there is no such file or folder"],
    ["the estate is not there", ["check", synthesized, "--estate", "atlantis"], "[estate.no-such-file]"],
    ["the format is unknown", ["check", "--format", "pdf"], "It must be one of text, json, sarif, junit, markdown"],
    ["two formats go to standard output", ["check", "--format", "json", "--format", "text"], "Only one format"],
    ["two formats go to one file", ["check", "--format", "json", "--out", "x", "--out", "x"], "x: two formats go to"],
    ["the report cannot be written", ["check", synthesized, "--out", "/no/such/folder/x"], "cannot be written: ENOENT"],
    ["the report is a folder", ["check", synthesized, "--out", FOLDER], "cannot be written: it is a folder"],
    ["two formats go to one file by two names", ["check", "--format", "json", "--out", "x", "--out", "./x"], "./x: two formats go to"], // prettier-ignore
    ["the report would overwrite what is judged", ["check", synthesized, "--out", join(synthesized, "stacks/dublin/cdk.tf.json")], "the report cannot be written: this very command reads"], // prettier-ignore
    ["the report would overwrite its estate", ["check", synthesized, "--estate", ESTATE, "--out", ESTATE], "this very command reads"], // prettier-ignore
    ["the report goes to a file without a name", ["check", synthesized, "--out", ""], "--out names no file"],
    ["a path is empty", ["check", ""], "(a path that is empty): there is no such file or folder"],
    ["what it quotes would write to the terminal", ["check", ESCAPES], "\\u001b[2J"],
    ["there is nothing to check", ["check", join(FOLDER, "empty.json")], "there is no resource in it to check"],
  ])("exits 2 with one clear sentence and no stack trace when %s", (_why, args, message) => {
    writeFileSync(join(FOLDER, "empty.json"), '{"resource":{}}');
    const { status, stderr } = clover(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at |\u001b/m);
    expect(status).toBe(2);
  });
});

describe("clover explain", () => {
  it("prints a policy with its controls and its examples", () => {
    const { status, stdout } = clover("explain", "ENC-003");
    expect(stdout).toContain("Control:  B12 Buckets encrypt with the full ARN of a key, and use bucket keys");
    expect(stdout).toContain("Fails when no encryption is configured:");
    expect(status).toBe(0);
  });

  it("explains what every finding can be of, a waiver's among them", () => {
    const { status, stdout } = clover("explain", "wai-001");
    expect(stdout).toContain("WAI-001 (high): A waiver is exact, in force and needed");
    expect(stdout).toContain("Fails when its day has passed:");
    expect(stdout).toContain('"expires": "2026-11-23"');
    expect(status).toBe(0);
  });

  it("says which policies there are when there is none of that id", () => {
    const { status, stderr } = clover("explain", "ENC-999");
    expect(stderr).toContain("There is no policy ENC-999: the ids are ");
    expect(status).toBe(2);
  });
});
