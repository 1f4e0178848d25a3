import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declaredStack } from "../../../policies/declared-stack";
import { Model } from "../../../policies/model/model";
import { readInputs } from "../../../policies/model/read";
import { hasHole } from "../../../policies/model/symbolic";
import { declaredEstate } from "../../support/estates";

const PLAN = join(__dirname, "fixtures", "plan.json");
const { sources } = readInputs([PLAN]);
const source = sources[0]!;
const model = new Model(sources);
const at = (address: string) => model.resource("plan", address)!;

describe("a plan of the real Terraform", () => {
  it("has every resource at its address, modules and indexes in it, and none that it destroys or forgets", () => {
    expect(model.resources().map(({ address }) => address)).toEqual([
      "aws_cloudwatch_log_group.blocks",
      "aws_kms_key.own",
      "aws_s3_bucket.data",
      "aws_s3_bucket_server_side_encryption_configuration.data",
      "aws_sns_topic.run",
      'aws_sqs_queue.named["a b"]',
      'aws_sqs_queue.named["c"]',
      "aws_sqs_queue.several[0]",
      "aws_sqs_queue.several[1]",
      'module.many["x"].aws_sqs_queue.here',
      'module.many["x"].aws_sqs_queue.there',
      'module.many["x"].module.grand[0].aws_sns_topic.deep',
      "module.one.aws_sqs_queue.here",
      "module.one.aws_sqs_queue.there",
      "module.one.module.grand[0].aws_sns_topic.deep",
    ]);
  });

  it("puts each where the provider is that its module was given", () => {
    const place = (address: string) => [at(address).account, at(address).region];
    expect(place("aws_sqs_queue.several[1]")).toEqual(["200000000002", "eu-west-1"]);
    expect(place("module.one.aws_sqs_queue.here")).toEqual(["400000000004", "eu-north-1"]);
    expect(place("module.one.aws_sqs_queue.there")).toEqual(["200000000002", "eu-west-1"]);
    expect(place("module.one.module.grand[0].aws_sns_topic.deep")).toEqual(["400000000004", "eu-north-1"]);
    expect(place('module.many["x"].module.grand[0].aws_sns_topic.deep')).toEqual(["200000000002", "eu-west-1"]);
  });

  it("does not know the region of a provider that takes it from a variable", () => {
    for (const address of ['aws_sqs_queue.named["a b"]', 'module.many["x"].aws_sqs_queue.there']) {
      expect(at(address).account).toBe("400000000004");
      expect(hasHole(at(address).region)).toBe(true);
    }
  });

  it("has the tags of the resource and of its provider", () => {
    expect(at("aws_s3_bucket.data").dataClass).toBe("audit");
    expect(at("aws_s3_bucket.data").tag("country").text).toBe("IE");
  });

  it("holds what is configured and known after the apply for unknown", () => {
    const key = at("aws_s3_bucket_server_side_encryption_configuration.data").value(
      "rule[0].apply_server_side_encryption_by_default[0]",
    );
    expect(key.value("sse_algorithm").is("aws:kms")).toBe("yes");
    expect(key.value("kms_master_key_id").mustReferTo("a key", ["aws_kms_key"], () => true).outcome).toBe("undecided");
    expect(at("aws_cloudwatch_log_group.blocks").value("kms_key_id").isUnknown).toBe(true);
  });

  it("holds what nobody configured for absent, as in a configuration", () => {
    const bucket = at("aws_s3_bucket.data");
    expect(bucket.value("policy").isAbsent).toBe(true);
    expect(bucket.region).toBe("eu-west-1");
    expect(bucket.attribute("arn")).toBe("arn:aws:s3:::data");
  });

  it("tells what runs commands and what is left behind", () => {
    expect(source.unread.map(({ address }) => address)).toEqual(["aws_sns_topic.run", "aws_s3_bucket.left"]);
  });
});

describe("a plan by another provider that calls itself aws", () => {
  const EVIL = "registry.terraform.io/evil/aws";
  const written = readFileSync(PLAN, "utf8");
  const unreadIn = (text: string) => {
    const file = join(mkdtempSync(join(tmpdir(), "clover-plan-source-")), "plan.json");
    writeFileSync(file, text);
    return readInputs([file]).sources[0]!.unread.map(({ address, jsonPath }) => `${address} ${jsonPath}`);
  };

  it("leaves what it configures undecided", () => {
    const text = written.replace(`"full_name": "registry.terraform.io/hashicorp/aws"`, `"full_name": "${EVIL}"`);
    expect(unreadIn(text)).toContain("provider.aws full_name");
  });

  it("leaves every resource of it undecided", () => {
    const text = written.replace(
      `"provider_name": "registry.terraform.io/hashicorp/aws"`,
      `"provider_name": "${EVIL}"`,
    );
    expect(unreadIn(text)).toContain("aws_cloudwatch_log_group.blocks provider_name");
  });
});

describe("the stack of a plan", () => {
  const estate = declaredEstate("local");

  it("is the one that is declared for where it deploys to", () => {
    expect(declaredStack(source, estate).stack).toBe("dublin");
  });

  it("is what the file is named after, when that is declared", () => {
    expect(declaredStack({ ...source, stack: "norway" }, estate).stack).toBe("norway");
  });

  it("is a stranger's when nothing is declared there, or it cannot be known where it is", () => {
    const elsewhere = (body: Readonly<Record<string, unknown>>) =>
      declaredStack({ ...source, providers: [{ key: "aws", body }] }, estate).stack;
    expect(elsewhere({ region: "us-east-1", allowed_account_ids: ["200000000002"] })).toBe("plan");
    expect(elsewhere({ region: "eu-west-1" })).toBe("plan");
    expect(declaredStack({ ...source, providers: [] }, estate).stack).toBe("plan");
  });

  it("is the one that the provider's tags name, where two are declared", () => {
    const production = declaredEstate("production");
    const { account, placement } = production.sites[0]!;
    const named = (stack: string) => {
      const tags = { default_tags: { tags: { stack } } };
      const body = { region: placement.region, allowed_account_ids: [account], ...tags };
      return declaredStack({ ...source, providers: [{ key: "aws", body }] }, production).stack;
    };
    expect([named("dublin"), named("state-dublin"), named("other")]).toEqual(["dublin", "state-dublin", "plan"]);
  });
});
