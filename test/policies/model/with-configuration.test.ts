import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Model } from "../../../policies/model/model";
import { readInputs } from "../../../policies/model/read";
import type { StackSource } from "../../../policies/model/source";

const folder = mkdtempSync(join(tmpdir(), "clover-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Json = Readonly<Record<string, unknown>>;

const PROVIDER = { region: "eu-west-1", allowed_account_ids: ["200000000002"] };
const CONFIGURATION = {
  provider: { aws: [PROVIDER] },
  resource: {
    aws_kms_key: { own: { lifecycle: { prevent_destroy: true } } },
    aws_sqs_queue: {
      work: { name: "${lower(var.name)}", kms_master_key_id: "${aws_kms_key.own.arn}" },
      more: { name: "more", kms_master_key_id: '${replace(aws_kms_key.own.arn, "a", "b")}' },
    },
  },
};
const queue = (name: string) => ({ type: "aws_sqs_queue", mode: "managed", address: `aws_sqs_queue.${name}`, name });
const unknownKey = { change: { actions: ["create"], after_unknown: { kms_master_key_id: true } } };
const PLANNED: readonly Json[] = [
  { type: "aws_kms_key", mode: "managed", address: "aws_kms_key.own", name: "own", values: { description: null } },
  { ...queue("work"), values: { name: "work-${x}" } },
  { ...queue("more"), values: { name: "more" } },
];

function plan(resources = PLANNED, region = "eu-west-1") {
  const expressions = { region: { constant_value: region }, allowed_account_ids: { constant_value: ["200000000002"] } };
  return {
    format_version: "1.2",
    planned_values: { root_module: { resources } },
    resource_changes: ["work", "more"].map((name) => ({ address: `aws_sqs_queue.${name}`, ...unknownKey })),
    configuration: { provider_config: { aws: { name: "aws", expressions } } },
  };
}

let made = 0;
function written(planned: Json): { readonly path: string; readonly configuration: string } {
  const stack = join(folder, String(made++), "dublin");
  mkdirSync(stack, { recursive: true });
  writeFileSync(join(stack, "cdk.tf.json"), JSON.stringify(CONFIGURATION));
  writeFileSync(join(stack, "plan.json"), JSON.stringify(planned));
  return { path: join(stack, "plan.json"), configuration: join(stack, "cdk.tf.json") };
}

function resourceOf(sources: readonly StackSource[], address: string) {
  return new Model(sources).resource("dublin", address)!;
}

describe("a plan beside the configuration that it was made of", () => {
  const { sources } = readInputs([written(plan()).path]);
  const key = (name: string) => resourceOf(sources, `aws_sqs_queue.${name}`).value("kms_master_key_id");

  it("is of its stack, and nothing of it is unread", () => {
    expect(sources).toMatchObject([{ stack: "dublin", unread: [] }]);
  });

  it("is believed in what it knows, which is no template", () => {
    expect(resourceOf(sources, "aws_sqs_queue.work").value("name").text).toBe("work-${x}");
  });

  it("takes from the configuration what it cannot know yet", () => {
    expect(key("work").target("aws_kms_key")).toMatchObject({ kind: "resource", resource: { name: "own" } });
    expect(key("more").target("aws_kms_key").kind).toBe("unknown");
    expect(resourceOf(sources, "aws_kms_key.own").value("lifecycle[0].prevent_destroy").is(true)).toBe("yes");
  });

  it("is believed in where its provider works", () => {
    const moved = readInputs([written(plan(PLANNED, "us-east-1")).path]).sources;
    expect(resourceOf(moved, "aws_sqs_queue.work").region).toBe("us-east-1");
  });

  it("does not belong to it where one has what the other lacks", () => {
    const other = [...PLANNED.slice(0, 2), { ...queue("other"), values: {} }];
    const { unread } = readInputs([written(plan(other)).path]).sources[0]!;
    expect(unread).toMatchObject([
      { address: "aws_sqs_queue.more", outcome: "undecided" },
      { address: "aws_sqs_queue.other", outcome: "undecided" },
    ]);
  });
});

describe("a plan and a configuration", () => {
  it("are read together when both are given", () => {
    const planned = join(folder, "dublin.json");
    writeFileSync(planned, JSON.stringify(plan()));
    const { configuration } = written({});
    for (const paths of [
      [planned, configuration],
      [configuration, planned],
    ]) {
      expect(readInputs(paths).sources).toMatchObject([{ stack: "dublin", kind: "synth", file: planned, unread: [] }]);
    }
  });

  it("are read together under the name that the plan is given", () => {
    const planned = join(folder, "tfplan.json");
    writeFileSync(planned, JSON.stringify(plan()));
    const named = (source: StackSource) => (source.kind === "plan" ? { ...source, stack: "dublin" } : source);
    expect(readInputs([planned, written({}).configuration], named).sources).toHaveLength(1);
  });
});
