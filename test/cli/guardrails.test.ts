import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { declaredEstate, writeEstate } from "../support/estates";

const CLOVER = join(__dirname, "../../cli/clover.mjs");
const OUTDIR = writeEstate(declaredEstate("local"));

function guardrails(path: string) {
  const env = { ...process.env, CLOVER_ESTATE: "local", CLOVER_TODAY: "2026-11-24" };
  return spawnSync(process.execPath, [CLOVER, "guardrails", path], { encoding: "utf8", env });
}

describe("clover guardrails", () => {
  const { status, stdout } = guardrails(OUTDIR);

  it("prints what each policy takes of its quota, and on what it is", () => {
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /│ clover-local-organization-sunset +│ SERVICE_CONTROL_POLICY +│ account enclave +│ \d+ +│ \d+ % of 5120 +│ 4608/,
    );
  });

  it("prints how many policies meet on each unit and account, AWS's own among them", () => {
    expect(stdout).toMatch(/│ account dublin +│ SERVICE_CONTROL_POLICY +│ 2 +│ 2 of 5 +│ 4/);
    expect(stdout).toMatch(/│ account enclave +│ SERVICE_CONTROL_POLICY +│ 3 +│ 3 of 5 +│ 4/);
  });

  it("prints which services that hold data no resource control policy reaches", () => {
    expect(stdout).toMatch(/│ s3 +│ \d+ +│ yes +│/);
    expect(stdout).toMatch(/│ dynamodb +│ \d+ +│ yes +│/);
    expect(stdout).toMatch(/│ backup +│ \d+ +│ no: its own policies and the denials to principals hold it +│/);
    expect(stdout).toMatch(/│ logs +│ \d+ +│ no: /);
  });

  it("prints of each statement what it denies, and when", () => {
    expect(stdout).toMatch(/│ FrozenAfterSunset +│ clover-local-organization-sunset +│ everything but/);
    expect(stdout).toMatch(/│ KeysOfOneRegion .*kms:CreateKey .*│ kms:MultiRegion Bool/);
  });

  it("ends with 2 and one sentence when the organization's stack is not there", () => {
    const { status, stderr } = guardrails(join(OUTDIR, "stacks/dublin"));
    expect(status).toBe(2);
    expect(stderr).toContain("There is no stack organization in");
  });
});
