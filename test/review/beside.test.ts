import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readInputs } from "../../policies/model/read";
import { review } from "../../review/review";
import { planSource } from "../../policies/model/plan-source";
import type { Output, StackJson } from "../policies/mutations/mutation";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf } from "./versions";

const estate = declaredEstate("local");
const dublin = ({ stacks }: Output): StackJson => stacks["dublin"]!;

/** What a review says of two versions of something, told as `verdict address path`. */
function told(before: (output: Output) => void, after: (output: Output) => void) {
  const { entries } = review(bareSideOf(estate, before), bareSideOf(estate, after), TODAY);
  return entries.map(({ verdict, at, path, controls, details }) => ({
    said: [verdict, at[0]?.address, path].filter(Boolean).join(" "),
    controls,
    details,
  }));
}

const document = (statement: object, json: string) => (output: Output) => {
  dublin(output)["data"] = { aws_iam_policy_document: { own: { statement: [statement] } } };
  dublin(output)["locals"] = { text: "${data.aws_iam_policy_document.own.json}" };
  output.add("dublin", "aws_iam_role_policy", "one", { name: "one", role: "somebody", policy: json });
};
const allowed = (...actions: readonly string[]) => ({ actions, resources: ["${aws_sqs_queue.standing.arn}"] });
const repeated = (statement: object) => ({ dynamic: { statement: { for_each: ["a"], content: statement } } });

describe("a policy document that a data source writes is compared by its meaning", () => {
  const written = (statement: object) => {
    const { actions: Action, resources: Resource } = statement as ReturnType<typeof allowed>;
    return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] });
  };
  const [receive, send] = ["sqs:ReceiveMessage", "sqs:SendMessage"] as const;

  it.each(["${data.aws_iam_policy_document.own.json}", "${local.text}"])("where a resource has it from %s", (json) => {
    const said = (before: object, after: object) =>
      told(document(before, json), document(after, json)).map((each) => each.said);
    expect(said(allowed(receive), allowed("sqs:*"))).toContain("opens aws_iam_role_policy.one policy");
    expect(said(allowed("sqs:*"), allowed(receive))).toContain("stronger aws_iam_role_policy.one policy");
    expect(said(allowed(receive, send), allowed(send, receive)).filter((each) => !each.startsWith("other"))).toEqual(
      [],
    );
  });

  it("as one that is written out", () => {
    const [one, json] = [allowed(receive), "${data.aws_iam_policy_document.own.json}"];
    const found = told(document(one, json), document(one, written(one)));
    expect(found.filter(({ said }) => !said.startsWith("other"))).toEqual([]);
  });
});

describe("what Terraform reads and no policy can is told", () => {
  const unknown = (actions: string, json: string) => (output: Output) => {
    document({}, json)(output);
    dublin(output)["data"] = { aws_iam_policy_document: { own: repeated({ actions: [actions], resources: ["*"] }) } };
  };
  const PATH = "data.aws_iam_policy_document.own dynamic.statement.content.actions";

  it.each(["${data.aws_iam_policy_document.own.json}", "${local.text}"])("where a resource has it from %s", (json) => {
    expect(told(unknown("s3:GetObject", json), unknown("*", json))).toEqual([
      { said: `weaker ${PATH}`, controls: ["G55", "E40"], details: ["read by aws_iam_role_policy.one"] },
    ]);
  });

  it("and alarms nobody where nothing reads it", () => {
    const found = told(unknown("s3:GetObject", "{}"), unknown("*", "{}"));
    expect(found.map(({ said }) => said)).toEqual([`other ${PATH}`]);
  });

  it.each<[string, string, object, object]>([
    [
      "a module",
      "weaker module.own source",
      { module: { own: { source: "./a" } } },
      { module: { own: { source: "./b" } } },
    ],
    [
      "a variable",
      "weaker variable.own default",
      { variable: { own: { default: 1 } } },
      { variable: { own: { default: 2 } } },
    ],
    [
      "a check",
      "weaker check.own data.http.own.url",
      { check: { own: { data: { http: { own: { url: "a" } } } } } },
      { check: { own: { data: { http: { own: { url: "b" } } } } } },
    ],
    [
      "a data source that may fetch anything",
      "weaker data.http.own url",
      { data: { http: { own: { url: "a" } } } },
      { data: { http: { own: { url: "b" } } } },
    ],
    [
      "what is left behind",
      "weaker aws_s3_bucket.old lifecycle.destroy",
      { removed: [{ from: "aws_s3_bucket.old", lifecycle: { destroy: true } }] },
      { removed: [{ from: "aws_s3_bucket.old", lifecycle: { destroy: false } }] },
    ],
  ])("of %s", (_title, expected, before, after) => {
    const having = (part: object) => (output: Output) => Object.assign(dublin(output), part);
    expect(told(having(before), having(after)).map(({ said }) => said)).toEqual([expected]);
  });

  it.each<[string, (how: string) => (output: Output) => void]>([
    ["another provider's configuration", (how) => (output) => (dublin(output)["provider"]["http"] = [{ how }])],
    ["another provider's resource", (how) => (output) => output.add("dublin", "random_id", "own", { how })],
    [
      "a command that Terraform runs",
      (how) => (output) => {
        output.add("dublin", "aws_sqs_queue", "own", { provisioner: [{ "local-exec": { command: how } }] });
      },
    ],
  ])("of %s", (_title, having) => {
    expect(told(having("a"), having("b"))).toMatchObject([{ controls: expect.arrayContaining(["G55"]) }]);
  });

  it("of a local that a function reads, and of no other", () => {
    const having = (value: string, name: string) => (output: Output) => {
      dublin(output)["locals"] = { own: value };
      output.add("dublin", "aws_sqs_queue", "own", { name });
    };
    const found = (name: string) => told(having("a", name), having("b", name)).map(({ said }) => said);
    expect(found("${upper(local.own)}")).toEqual(["weaker local.own"]);
    expect(found("${local.own}")).not.toContain("weaker local.own");
  });

  it.each(["more.tf", "more.tf.json", "main_override.tf.json", "terraform.tfvars"])("of %s in its folder", (name) => {
    const folder = mkdtempSync(join(tmpdir(), "clover-beside-"));
    const side = (version: string, text?: string) => {
      const stack = join(folder, version, "dublin");
      mkdirSync(stack, { recursive: true });
      writeFileSync(join(stack, "cdk.tf.json"), '{"resource": {"aws_sqs_queue": {"own": {"name": "own"}}}}');
      if (text !== undefined) writeFileSync(join(stack, name), text);
      return { estate, inputs: readInputs([stack]) };
    };
    const [none, one, other] = [side("none"), side("one", "{}"), side("other", '{"locals": {}}')] as const;
    const said = (...[before, after]: readonly [typeof none, typeof none]) =>
      review(before, after, TODAY).entries.map(({ verdict, at, what }) => `${verdict} ${at[0]?.address} ${what}`);
    expect(said(one, one)).toEqual([]);
    expect(said(one, other)).toEqual([`weaker stack ${name} is another`]);
    expect(said(none, one)).toEqual([`weaker stack ${name} is new`]);
    expect(said(one, none)).toContain(`weaker stack ${name} is gone`);
    rmSync(folder, { recursive: true });
  });

  it.each<[string, string, object]>([
    ["a local module's files", "own/main.tf", { module: { own: { source: "./own" } } }],
    ["what a function reads", "own.json", { locals: { own: '${file("${path.module}/own.json")}' } }],
    ["a template", "own.tpl", { locals: { own: '${templatefile("own.tpl", {})}' } }],
  ])("of %s in its folder", (_title, name, more) => {
    const folder = mkdtempSync(join(tmpdir(), "clover-beside-"));
    const side = (version: string, text: string) => {
      const file = join(folder, version, "dublin", name);
      mkdirSync(dirname(file), { recursive: true });
      const json = { resource: { aws_sqs_queue: { own: { name: "own" } } }, ...more };
      writeFileSync(join(folder, version, "dublin/cdk.tf.json"), JSON.stringify(json));
      writeFileSync(file, text);
      return { estate, inputs: readInputs([join(folder, version, "dublin")]) };
    };
    const [one, same, other] = [side("one", "a"), side("same", "a"), side("other", "b")] as const;
    expect(review(one, same, TODAY).entries).toEqual([]);
    expect(review(one, other, TODAY).entries).toMatchObject([{ verdict: "weaker", what: `${name} is another` }]);
    rmSync(folder, { recursive: true });
  });

  it("of a plan as of what it was made of", () => {
    const plan = (constant_value: string) =>
      planSource(
        "dublin",
        "plan.json",
        {
          planned_values: {
            root_module: {
              resources: [{ address: "aws_sqs_queue.own", mode: "managed", type: "aws_sqs_queue", name: "own" }],
            },
          },
          resource_changes: [{ address: "aws_sqs_queue.own", change: { after_unknown: { name: true } } }],
          configuration: {
            root_module: {
              resources: [
                { address: "data.aws_ssm_parameter.own", expressions: { name: { constant_value } } },
                {
                  address: "aws_sqs_queue.own",
                  expressions: { name: { references: ["data.aws_ssm_parameter.own.value"] } },
                },
              ],
            },
          },
        },
        [],
      );
    const side = (name: string) => ({ estate, inputs: { sources: [plan(name)], whole: false } });
    const { entries } = review(side("a"), side("b"), TODAY);
    expect(entries).toMatchObject([
      { verdict: "weaker", at: [{ address: "data.aws_ssm_parameter.own" }], details: ["read by aws_sqs_queue.own"] },
    ]);
  });
});
