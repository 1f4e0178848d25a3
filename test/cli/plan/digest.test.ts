import { changesOf } from "../../../cli/plan/changes";
import { planDigest } from "../../../cli/plan/digest";
import type { Json, PlanJson, ResourceChange } from "../../../cli/plan/plan-json";
import { described, recordOf } from "../../../cli/plan/plan-record";
import { Failure } from "../../../cli/failure";

const resource = (address: string, change: Partial<ResourceChange["change"]>, more: object = {}): ResourceChange => ({
  address,
  mode: "managed",
  provider_name: "registry.terraform.io/hashicorp/aws",
  change: { actions: ["update"], before: {}, after: {}, after_unknown: {}, ...change },
  ...more,
});

const bucket = (changes: Partial<ResourceChange["change"]> = {}) =>
  resource("aws_s3_bucket.data", {
    before: { force_destroy: false, tags: { owner: "a" }, rules: [{ days: 1 }, { days: 2 }], computed: "seen" },
    after: { force_destroy: true, tags: { owner: "a" }, rules: [{ days: 1 }, { days: 3 }], computed: "seen" },
    ...changes,
  });
const key = resource("aws_kms_key.data", {
  actions: ["create"],
  before: null,
  after: { enabled: true },
  after_unknown: { arn: true },
});
const untouched = resource("aws_vpc.main", { actions: ["no-op"], before: { id: "v" }, after: { id: "v" } });

const plan = (changes: Partial<Record<keyof PlanJson | "timestamp" | "prior_state", unknown>> = {}): PlanJson =>
  ({
    terraform_version: "1.11.4",
    errored: false,
    complete: true,
    resource_changes: [bucket(), key, untouched],
    configuration: configured(),
    ...changes,
  }) as PlanJson;

function configured(role = "deploy", expressions: Json = { policy: { references: ["aws_kms_key.data.arn"] } }) {
  const assume_role = [{ role_arn: { constant_value: role } }];
  return {
    provider_config: { aws: { name: "aws", expressions: { region: { constant_value: "eu-west-1" }, assume_role } } },
    root_module: { resources: [{ address: "aws_s3_bucket.data", expressions }] },
  };
}

const digest = planDigest(plan());

describe("what a plan will do", () => {
  it("is what changes, by address: of an update the attributes that change, of a creation the whole", () => {
    const changes = changesOf(plan()).map(({ address, actions, attributes }) => [address, actions, attributes]);
    expect(changes).toEqual([
      ["aws_kms_key.data", ["create"], [{ path: "", before: null, after: { enabled: true }, unknown: { arn: true } }]],
      [
        "aws_s3_bucket.data",
        ["update"],
        [
          { path: "force_destroy", before: false, after: true, unknown: null },
          { path: "rules.1.days", before: 2, after: 3, unknown: null },
        ],
      ],
    ]);
  });

  it("names an attribute whose value AWS has still to choose", () => {
    const change = bucket({ after: {}, before: { arn: "old" }, after_unknown: { arn: true } });
    expect(changesOf(plan({ resource_changes: [change] }))[0]?.attributes).toEqual([
      { path: "arn", before: "old", after: null, unknown: true },
    ]);
  });

  it("is recorded without any value", () => {
    const record = recordOf("production", "dublin", plan());
    expect(record).toEqual({
      estate: "production",
      stack: "dublin",
      digest,
      terraform: "1.11.4",
      changes: [
        { address: "aws_kms_key.data", actions: ["create"], attributes: [] },
        { address: "aws_s3_bucket.data", actions: ["update"], attributes: ["force_destroy", "rules.1.days"] },
      ],
    });
    expect(described(record)).toContain("### dublin: 1 to create, 1 to update");
    expect(described(record)).toContain("| `aws_s3_bucket.data` | update | `force_destroy`, `rules.1.days` |");
    expect(described(record)).toContain(`Plan digest \`${digest}\``);
  });

  it("is told with every key as it is written, which is no markup and no line of its own", () => {
    const address = 'aws_s3_bucket.data["a`b | c\n### norway: no changes\u001b[2K"]';
    const forged = resource(address, { before: { tags: {} }, after: { tags: { "x|y\n| `aws_vpc.main` | no |": 1 } } });
    expect(described(recordOf("e", "dublin", plan({ resource_changes: [forged] }))).split("\n")).toEqual([
      "### dublin: 1 to update",
      "",
      "| Resource | Plan | Attributes |",
      "| --- | --- | --- |",
      "| `aws_s3_bucket.data[\"a'b \\| c\\n### norway: no changes\\u001b[2K\"]` | update | `tags.x\\|y\\n\\| 'aws_vpc.main' \\| no \\|` |",
      "",
      expect.stringMatching(/^Plan digest `\w{64}`$/),
      "",
    ]);
  });

  it("is told as it is meant: a replacement, an adoption, nothing", () => {
    const replaced = bucket({ actions: ["delete", "create"] });
    const adopted = resource("aws_organizations_account.a", { actions: ["no-op"], importing: { id: "1" } });
    expect(described(recordOf("e", "s", plan({ resource_changes: [replaced, adopted] })))).toContain(
      "### s: 1 to adopt, 1 to replace",
    );
    expect(described(recordOf("e", "s", plan({ resource_changes: [untouched] })))).toContain("### s: no changes");
  });
});

describe("the digest of a plan", () => {
  it.each<[string, Parameters<typeof plan>[0]]>([
    ["when it was made", { timestamp: "2026-11-25T00:00:00Z" }],
    ["the state that it was made from", { prior_state: { serial: 7 } }],
    ["the role that it was made in", { configuration: configured("plan") }],
    ["the order of the resources", { resource_changes: [untouched, key, bucket()] }],
    ["what it leaves as it is", { resource_changes: [bucket(), key] }],
    ["what AWS has computed since", { resource_changes: [bucket({ before: { ...(bucket().change.before as object), computed: "new" }, after: { ...(bucket().change.after as object), computed: "new" } }), key] }], // prettier-ignore
  ])("does not depend on %s", (_what, changes) => {
    expect(planDigest(plan(changes))).toBe(digest);
  });

  it.each<[string, Parameters<typeof plan>[0]]>([
    ["a resource is added", { resource_changes: [bucket(), key, resource("aws_s3_bucket.more", {})] }],
    ["a resource is not changed any more", { resource_changes: [bucket(), untouched] }],
    ["another value is set", { resource_changes: [bucket({ after: { ...(bucket().change.after as object), force_destroy: null } }), key] }], // prettier-ignore
    ["another value was there before", { resource_changes: [bucket({ before: { ...(bucket().change.before as object), force_destroy: null } }), key] }], // prettier-ignore
    ["a list is longer", { resource_changes: [bucket({ after: { ...(bucket().change.after as object), rules: [{ days: 1 }, { days: 3 }, {}] } }), key] }], // prettier-ignore
    ["it is replaced", { resource_changes: [bucket({ actions: ["delete", "create"] }), key] }],
    ["it is replaced in the other order", { resource_changes: [bucket({ actions: ["create", "delete"] }), key] }],
    ["it is deleted", { resource_changes: [bucket({ actions: ["delete"] }), key] }],
    ["it is imported", { resource_changes: [bucket({ importing: { id: "other" } }), key] }],
    ["it is moved", { resource_changes: [{ ...bucket(), previous_address: "aws_s3_bucket.old" }, key] }],
    ["it is a deposed one", { resource_changes: [{ ...bucket(), deposed: "1234" }, key] }],
    ["another provider makes it", { resource_changes: [{ ...bucket(), provider_name: "example.com/aws" }, key] }],
    ["a value is known only later", { resource_changes: [bucket({ after_unknown: { computed: true } }), key] }],
    ["an expression is another", { configuration: configured("deploy", { policy: { references: ["var.other"] } }) }],
    ["a variable is another", { variables: { a: { value: 1 } } }],
    ["an output changes", { output_changes: { a: { actions: ["create"] } } }],
    ["Terraform is another", { terraform_version: "1.12.0" }],
  ])("differs when %s", (_what, changes) => {
    expect(planDigest(plan(changes))).not.toBe(digest);
  });

  it.each([
    ["failed", { errored: true }],
    ["is not all that there is to do", { complete: false }],
  ])("is none when the plan %s", (_what, changes) => {
    expect(() => planDigest(plan(changes))).toThrow(Failure);
  });
});
