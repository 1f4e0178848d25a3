import { evaluate } from "../../../../policies/evaluate";
import { Model } from "../../../../policies/model/model";
import { synthSource } from "../../../../policies/model/synth-source";
import { state } from "../../../../policies/rules/state";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../../../support/estates";
import { Output, type Block } from "../../mutations/mutation";

const estate = declaredEstate("production");
const texts = [...readStacks(writeEstate(estate))];
const account = estate.sites[0]!.account;

/** Where the policies of state have something to say of production's output, once it is broken. */
function findingsOf(breakIt: (output: Output) => void): readonly string[] {
  const output = Output.of(texts);
  breakIt(output);
  const sources = Object.entries(output.stacks).map(([stack, json]) => synthSource(stack, "cdk.tf.json", json, []));
  const context = { model: new Model(sources), estate, today: TODAY, whole: true };
  return evaluate(state, context).flatMap(({ findings }) =>
    findings.map(({ policy, stack, address }) => `${policy} ${stack}/${address.split(".")[0]}`),
  );
}

const backend = (change: (s3: Block) => void) => (output: Output) =>
  change(output.stacks["dublin"]!["terraform"].backend.s3);
const inBucketStack = (type: string, change: (block: Block) => void) => (output: Output) =>
  change(output.resource("state-dublin", type));
const VERSIONING = "aws_s3_bucket_versioning";
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration";

describe("state in buckets", () => {
  it("passes as production's stacks declare it", () => {
    expect(findingsOf(() => undefined)).toEqual([]);
  });

  it.each<[string, (s3: Block) => void]>([
    ["is in another bucket", (s3) => (s3["bucket"] = s3["bucket"].replace("dublin", "norway"))],
    ["is in a bucket that a variable names", (s3) => (s3["bucket"] = "${var.bucket}")],
    ["shares its file with another stack", (s3) => (s3["key"] = "norway.tfstate")],
    ["is in another region", (s3) => (s3["region"] = "us-east-1")],
    ["is in clear", (s3) => (s3["encrypt"] = false)],
    ["is under AWS's key", (s3) => delete s3["kms_key_id"]],
    ["is under another site's key", (s3) => (s3["kms_key_id"] = s3["kms_key_id"].replace(account, "999999999999"))],
    ["is not locked", (s3) => delete s3["use_lockfile"]],
    ["is written in another role", (s3) => (s3["assume_role"].role_arn = "arn:aws:iam::999999999999:role/x")],
    ["is written in the caller's own role", (s3) => delete s3["assume_role"]],
    ["goes to an endpoint of somebody's", (s3) => (s3["endpoints"] = { s3: "https://s3.example.org" })],
    ["has credentials in it", (s3) => (s3["secret_key"] = "secret")],
    ["is written through a profile", (s3) => (s3["profile"] = "somebody")],
  ])("fails when it %s", (_, change) => {
    expect(findingsOf(backend(change))).toEqual(["STA-005 dublin/terraform"]);
  });

  it("fails when it is a local file", () => {
    const local = (output: Output) => (output.stacks["dublin"]!["terraform"].backend = { local: { path: "x" } });
    expect(findingsOf(local)).toEqual(["STA-005 dublin/terraform"]);
  });

  it("fails when nobody makes its bucket", () => {
    expect(findingsOf((output) => delete output.stacks["state-dublin"])).toEqual([
      "STA-001 state-dublin/stack",
      "STA-006 state-dublin/stack",
    ]);
  });

  it.each<[string, (output: Output) => void]>([
    ["can be destroyed", inBucketStack("aws_s3_bucket", (bucket) => (bucket["lifecycle"] = {}))],
    ["is destroyed with what is in it", inBucketStack("aws_s3_bucket", (bucket) => (bucket["force_destroy"] = true))],
    [
      "keeps no versions",
      inBucketStack(VERSIONING, (block) => (block["versioning_configuration"].status = "Suspended")),
    ],
    ["is not encrypted", (output) => output.remove("state-dublin", ENCRYPTION)],
    ["has a key that nobody handed over", inBucketStack("aws_kms_key", (key) => delete key["lifecycle"])],
  ])("fails when its bucket %s", (_, change) => {
    expect(findingsOf(change)).toEqual([expect.stringMatching(/^STA-006 state-dublin\/aws_s3_bucket/)]);
  });

  it("fails when its bucket has another name", () => {
    const renamed = inBucketStack("aws_s3_bucket", (bucket) => (bucket["bucket"] = "clover-state"));
    expect(findingsOf(renamed)).toEqual(["STA-006 state-dublin/stack"]);
  });
});
