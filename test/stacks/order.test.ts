import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declaredEstate, readStacks, writeEstate } from "../support/estates";

const PROPER = ["monitor", "organization", "dublin", "ireland-2", "norway", "enclave"];

describe("the stacks", () => {
  const local = writeEstate(declaredEstate("local"));
  const production = writeEstate(declaredEstate("production"));
  const manifest = JSON.parse(readFileSync(join(local, "manifest.json"), "utf8")).stacks;

  it("are the six of the estate proper where state is local", () => {
    expect([...readStacks(local).keys()]).toEqual([...PROPER].sort());
  });

  it("have a state stack each where state is in S3", () => {
    const state = PROPER.map((stack) => `state-${stack}`);
    expect([...readStacks(production).keys()]).toEqual([...PROPER, ...state].sort());
  });

  it("deploy in the order monitor, organization, sites, enclave", () => {
    const order = Object.fromEntries(PROPER.map((stack) => [stack, manifest[stack].dependencies]));
    expect(order).toEqual({
      monitor: [],
      organization: ["monitor"],
      dublin: ["organization"],
      "ireland-2": ["organization"],
      norway: ["organization"],
      enclave: ["dublin", "ireland-2", "norway"],
    });
  });

  it("read no other stack's state, and hand nothing to others but the enclave's phase to whoever plans", () => {
    for (const [stack, text] of [...readStacks(local), ...readStacks(production)]) {
      expect(JSON.parse(text).data?.terraform_remote_state).toBeUndefined();
      expect(Object.keys(JSON.parse(text).output ?? {})).toEqual(stack === "enclave" ? ["enclave-phase"] : []);
    }
  });

  it("keep production's state locked, encrypted and in each account's own region, the enclave's in Europe", () => {
    const backends = Object.fromEntries(
      PROPER.map((stack) => [stack, JSON.parse(readStacks(production).get(stack)!).terraform.backend.s3]),
    );
    for (const backend of Object.values(backends)) {
      expect(backend).toMatchObject({ encrypt: true, use_lockfile: true, kms_key_id: expect.stringMatching(/:key\//) });
    }
    expect(Object.entries(backends).map(([stack, backend]) => [stack, backend.region])).toEqual([
      ["monitor", "eu-west-2"],
      ["organization", "eu-west-1"],
      ["dublin", "eu-west-1"],
      ["ireland-2", "eu-west-1"],
      ["norway", "eu-north-1"],
      ["enclave", "eu-west-1"],
    ]);
  });

  it("hold no user data in planned sites", () => {
    for (const stack of ["ireland-2", "norway"]) {
      const resources = Object.keys(JSON.parse(readStacks(production).get(stack)!).resource);
      expect(resources).not.toContain("aws_s3_bucket");
      expect(resources).not.toContain("aws_dynamodb_table");
      expect(resources).not.toContain("aws_backup_vault");
      expect(resources).toContain("aws_vpc");
      expect(resources).toContain("aws_kms_key");
      expect(resources).toContain("aws_cloudtrail");
    }
  });
});
