import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";

const CLOVER = join(__dirname, "../../cli/clover.mjs");
const FOLDER = mkdtempSync(join(tmpdir(), "clover-plan-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const synthesized = join(FOLDER, "cdktf.out");
const state = join(FOLDER, "dublin.tfstate");

/** Dublin's stack, of nothing but values that Terraform itself keeps: it needs no AWS. */
function synthesize(values: Readonly<Record<string, string>>): void {
  const stack = join(synthesized, "stacks/dublin");
  mkdirSync(stack, { recursive: true });
  const role_arn = "arn:aws:iam::200000000002:role/clover-deploy";
  const json = {
    terraform: {
      required_providers: { aws: { source: "aws", version: "5.100.0" } },
      backend: { local: { path: "../../../dublin.tfstate" } },
    },
    provider: { aws: [{ region: "eu-west-1", assume_role: [{ role_arn }] }] },
    resource: {
      terraform_data: Object.fromEntries(Object.entries(values).map(([name, input]) => [name, { input }])),
    },
  };
  writeFileSync(join(stack, "cdk.tf.json"), JSON.stringify(json));
}

const clover = (...args: readonly string[]) =>
  spawnSync(process.execPath, [CLOVER, "pipeline", ...args], {
    cwd: FOLDER,
    encoding: "utf8",
    env: { ...process.env, CLOVER_TODAY: "2026-11-24", CLOVER_ESTATE: "local" },
  });

let plans = 0;

/** Plans what is synthesized, as a workflow does, into a new folder. */
function planned(purpose: "plan" | "deploy") {
  const out = join(FOLDER, `plan-${++plans}`);
  const outputs = `${out}.outputs`;
  const { status, stdout, stderr } = clover("plan", "dublin", synthesized, "--as", purpose, "--out", out, "--outputs", outputs); // prettier-ignore
  if (status !== 0) throw new Error(stderr);
  const [, digest = "", changes] = /^digest=(\w{64})\nchanges=(\d+)\n$/.exec(readFileSync(outputs, "utf8"))!;
  return { out, digest, changes: Number(changes), stdout };
}

const inState = (): Readonly<Record<string, string>> => {
  if (!existsSync(state)) return {};
  const resources = JSON.parse(readFileSync(state, "utf8")).resources as any[];
  return Object.fromEntries(resources.map(({ name, instances }) => [name, instances[0].attributes.input.value]));
};

/** Runs in the order written: each step stands on what the one before applied. */
describe("clover pipeline", () => {
  let reviewed: ReturnType<typeof planned>;
  let changed: ReturnType<typeof planned>;

  it("makes plans of one digest in either role, shows what they do, and touches nothing", () => {
    synthesize({ one: "1", two: "${terraform_data.one.id}" });
    [reviewed, changed] = [planned("plan"), planned("deploy")];
    expect(reviewed.stdout).toContain("### dublin: 2 to create");
    expect(reviewed.stdout).toContain("| `terraform_data.one` | create |");
    expect(changed.digest).toBe(reviewed.digest);
    expect(changed.changes).toBe(2);
    const role = '"role_arn":"arn:aws:iam::200000000002:role/clover-local-plan"';
    expect(readFileSync(join(reviewed.out, "stack/cdk.tf.json"), "utf8")).toContain(role);
    expect(readFileSync(join(changed.out, "stack/cdk.tf.json"), "utf8")).not.toContain(role);
    expect(inState()).toEqual({});
  }, 120_000);

  it("leaves a plan that is open to nobody else on the machine", () => {
    expect(statSync(reviewed.out).mode & 0o077).toBe(0);
    expect(statSync(join(reviewed.out, "dublin.json")).mode & 0o077).toBe(0);
  });

  it("applies a plan that does what was approved, and then nothing is left to do or to tell", () => {
    const { status, stdout } = clover("apply", changed.out, "--digest", reviewed.digest);
    expect(stdout).toContain(`dublin: applied 2 changes, as approved in ${reviewed.digest}.`);
    expect(status).toBe(0);
    expect(inState()).toEqual({ one: "1", two: expect.any(String) });
    const after = planned("plan");
    expect(after.changes).toBe(0);
    expect(clover("drift", after.out)).toMatchObject({ status: 0, stdout: "dublin: as declared.\n" });
  }, 120_000);

  it("applies nothing when the code has changed since", () => {
    synthesize({ one: "2", two: "${terraform_data.one.id}" });
    reviewed = planned("plan");
    synthesize({ one: "3", two: "${terraform_data.one.id}" });
    changed = planned("deploy");
    const { status, stderr } = clover("apply", changed.out, "--digest", reviewed.digest);
    expect(stderr).toContain(
      `dublin: approved was the plan ${reviewed.digest}, and this is ${changed.digest}: nothing was applied.`,
    );
    expect(status).toBe(1);
    expect(inState()).toMatchObject({ one: "1" });
  }, 120_000);

  it("applies nothing when what is deployed has changed since", () => {
    expect(clover("apply", changed.out, "--digest", changed.digest).status).toBe(0);
    synthesize({ one: "2", two: "${terraform_data.one.id}" });
    changed = planned("deploy");
    const { status, stderr } = clover("apply", changed.out, "--digest", reviewed.digest);
    expect(stderr).toContain("nothing was applied");
    expect(status).toBe(1);
    expect(inState()).toMatchObject({ one: "3" });
  }, 120_000);

  it("tells a plan by its own file, and not by what lies beside it", () => {
    renameSync(join(reviewed.out, "stack/tfplan"), join(changed.out, "stack/tfplan"));
    const { status, stderr } = clover("apply", changed.out, "--digest", changed.digest);
    expect(stderr).toContain(`and this is ${reviewed.digest}: nothing was applied.`);
    expect(status).toBe(1);
  }, 60_000);

  it("fails when Terraform does", () => {
    synthesize({ one: "${terraform_data.nothing.id}" });
    const { status, stderr } = clover("plan", "dublin", synthesized, "--out", "failed");
    expect(stderr).toContain("Reference to undeclared resource");
    expect(stderr).toContain("terraform plan failed; it has said why.");
    expect(status).toBe(2);
  }, 60_000);

  it.each([
    ["the stack is not declared", ["plan", "atlantis", "--out", "x"], "declares no stack atlantis: it has monitor,"],
    ["the folder holds something", ["plan", "dublin", "--out", FOLDER], "there is something already"],
    ["the digest is none", ["apply", "run", "--digest", "abc"], "It must be a SHA-256 in lower-case hex."],
    ["no plan lies there to apply", ["apply", "nowhere", "--digest", "0".repeat(64)], "no plan lies there (ENOENT)"],
    ["no plan lies there to tell of", ["drift", "nowhere"], "no plan lies there (ENOENT)"],
    ["the purpose is unknown", ["role", "dublin", "--as", "root"], "Allowed choices are plan, deploy."],
  ])("exits 2 with one clear sentence when %s", (_why, args, message) => {
    const { status, stderr } = clover(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });

  it("names the role and the region of a stack", () => {
    const { stdout } = clover("role", "norway", "--as", "deploy", "--estate", "production");
    expect(stdout).toBe("role=arn:aws:iam::444444444444:role/clover-deploy\nregion=eu-north-1\n");
  });
});
