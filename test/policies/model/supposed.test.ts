import { join } from "node:path";
import { Model } from "../../../policies/model/model";
import { readInputs } from "../../../policies/model/read";
import type { Block, StackSource } from "../../../policies/model/source";
import { supposed } from "../../../policies/model/supposed";
import { hole } from "../../../policies/model/symbolic";

const PLAN = join(__dirname, "fixtures", "plan.json");
const source = readInputs([PLAN]).sources[0]!;
const KEY_ARN = "arn:aws:kms:eu-west-1:200000000002:key/11111111-2222-3333-4444-555555555555";
const LATER = hole("known after the apply");

/** What a queue's block says in the second reading. */
function read(body: Block["body"], expressions: Block["expressions"], address = "aws_sqs_queue.q"): unknown {
  const block: Block = { ...source.blocks[0]!, address, type: "aws_sqs_queue", name: "q", body, expressions };
  const { lifecycle, ...said } = supposed({ ...source, blocks: [block] })!.blocks[0]!.body;
  expect(lifecycle).toMatch(/lifecycle, which no plan tells/);
  return said;
}

describe("the second reading of a plan", () => {
  it("takes what is known after the apply for what it refers to", () => {
    const [first, second] = [new Model([source]), new Model([supposed(source)!])];
    const encryption = "aws_s3_bucket_server_side_encryption_configuration.data";
    const key = (model: Model) =>
      model
        .resource("plan", encryption)!
        .value("rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id")
        .mustReferTo("the key", ["aws_kms_key"], ({ name }) => (name === "own" ? "yes" : "no")).outcome;
    expect([key(first), key(second)]).toEqual(["undecided", "pass"]);
  });

  it("keeps unknown what refers to several resources, or to none", () => {
    const expressions = {
      policy: { references: ["aws_kms_key.a.arn", "aws_kms_key.a", "aws_kms_key.b.arn", "aws_kms_key.b"] },
      name: { references: ["var.name"] },
      kms_master_key_id: { references: ["local.key", "aws_kms_key.a"] },
    };
    const body = { policy: LATER, name: LATER, kms_master_key_id: LATER };
    expect(read(body, expressions)).toEqual(body);
  });

  it("takes a list of as many unknown values as references for these", () => {
    const list = { subnet_ids: { references: ["aws_subnet.a.id", "aws_subnet.a", "aws_subnet.b.id", "aws_subnet.b"] } };
    const [a, b] = ["${aws_subnet.a.id}", "${aws_subnet.b.id}"];
    expect(read({ subnet_ids: [LATER, LATER] }, list)).toEqual({ subnet_ids: [a, b] });
    expect(read({ subnet_ids: [LATER, LATER, LATER] }, list)).toEqual({ subnet_ids: [LATER, LATER, LATER] });
    expect(read({ subnet_ids: ["subnet-1", LATER] }, list)).toEqual({ subnet_ids: ["subnet-1", LATER] });
  });

  it("looks into a block that stands alone, and not into several, which a set may have put in another order", () => {
    const block = (name: string) => ({ arn: { references: [`aws_sqs_queue.${name}.arn`, `aws_sqs_queue.${name}`] } });
    expect(read({ target: [{ arn: LATER }] }, { target: [block("a")] })).toEqual({
      target: [{ arn: "${aws_sqs_queue.a.arn}" }],
    });
    const two = { target: [{ arn: LATER }, { arn: LATER }] };
    expect(read(two, { target: [block("a"), block("b")] })).toEqual(two);
  });

  it("supposes nothing within a module, whose references are to its own names", () => {
    const expressions = { kms_master_key_id: { references: ["aws_kms_key.a.arn", "aws_kms_key.a"] } };
    const body = { kms_master_key_id: LATER };
    expect(read(body, expressions, "module.one.aws_sqs_queue.q")).toEqual(body);
  });

  it("takes what a plan knows for no expression, whatever it looks like", () => {
    expect(read({ name: "${aws_kms_key.a.arn}" }, {})).toEqual({ name: "$${aws_kms_key.a.arn}" });
  });

  it("does not know whether a key is one that a condition hands over", () => {
    const key = (read: StackSource) => new Model([read]).resource("plan", "aws_kms_key.own")!;
    expect(key(source).has("arn", KEY_ARN)).toBe("no");
    expect(key(supposed(source)!).has("arn", KEY_ARN)).toBe("unknown");
  });

  it("knows the name of what AWS does not name", () => {
    const bucket = new Model([supposed(source)!]).resource("plan", "aws_s3_bucket.data")!;
    expect(bucket.has("arn", "arn:aws:s3:::data")).toBe("yes");
    expect(bucket.has("arn", "arn:aws:s3:::other")).toBe("no");
  });

  it("is none of a configuration", () => {
    expect(supposed({ ...source, kind: "synth" })).toBeUndefined();
  });
});
