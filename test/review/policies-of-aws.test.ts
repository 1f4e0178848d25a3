import { review } from "../../review/review";
import type { Output } from "../policies/mutations/mutation";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf } from "./versions";

const estate = declaredEstate("local");
const text = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const OF_BACKUPS = "AWSBackupServiceRolePolicyForS3Backup";

type Added = readonly [type: string, name: string, block: Readonly<Record<string, unknown>>];
const STORE: Added = ["aws_s3_bucket", "kept", { bucket: "kept" }];
const role = (more: object = {}): Added => {
  const trusted = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
  return ["aws_iam_role", "own", { name: "own", assume_role_policy: text(trusted), ...more }];
};

function told(before: readonly Added[], after: readonly Added[]) {
  const having = (added: readonly Added[]) => (output: Output) => {
    for (const [type, name, block] of [STORE, ...added]) output.add("dublin", type, name, { ...block });
  };
  const { entries } = review(bareSideOf(estate, having(before)), bareSideOf(estate, having(after)), TODAY);
  return entries.filter(({ what }) => /^a (new role|role is given)/.test(what));
}

/** A role with a policy of AWS's, in each of the provider's forms. */
const FORMS: readonly (readonly [string, (policy: string, more?: object) => readonly Added[]])[] = [
  ["that it names itself", (policy, more) => [role({ ...more, managed_policy_arns: [policy] })]],
  [
    "attached to it",
    (policy_arn, more) => [role(more), ["aws_iam_role_policy_attachment", "own", { role: "own", policy_arn }]],
  ],
  [
    "attached to it, and no other",
    (policy, more) => [
      role(more),
      ["aws_iam_role_policy_attachments_exclusive", "own", { role_name: "own", policy_arns: [policy] }],
    ],
  ],
  [
    "attached to several",
    (policy_arn, more) => [
      role(more),
      ["aws_iam_policy_attachment", "own", { name: "own", roles: ["own"], policy_arn }],
    ],
  ],
];
const named = (policy: string) => `arn:aws:iam::aws:policy/${policy}`;

describe.each(FORMS)("a policy of AWS's %s", (_title, form) => {
  it("may allow a new role whatever its boundary leaves, which is told as not known", () => {
    const found = told([], form(named("ReadOnlyAccess")));
    expect(found.map(({ what }) => what)).toEqual([
      "a new role can perhaps reach restricted data",
      "a new role can perhaps stop or change what is audited",
    ]);
    for (const { details } of found) {
      expect(details).toContain(
        `somebody may be allowed it: what ${named("ReadOnlyAccess")} allows cannot be known before deployment`,
      );
    }
    const policy = text({ Effect: "Allow", Action: "ec2:DescribeInstances", Resource: "*" });
    const boundary: Added = ["aws_iam_policy", "bound", { name: "bound", policy }];
    const bound = { permissions_boundary: "${aws_iam_policy.bound.arn}" };
    expect(told([], [boundary, ...form(named("ReadOnlyAccess"), bound)])).toEqual([]);
  });

  it("lets a new role do what it is known to allow at least", () => {
    const found = told([], form(named(OF_BACKUPS)));
    expect(found.map(({ what }) => what)).toContain("a new role may reach restricted data");
  });

  it("is told of a role that is given it, to the approvers of all that it may be", () => {
    const [found] = told([role()], form(named("ReadOnlyAccess")));
    expect(found).toMatchObject({
      verdict: "opens",
      what: `a role is given a policy that is not in the output: ${named("ReadOnlyAccess")}`,
      details: expect.arrayContaining([
        "with it, the role can perhaps reach restricted data",
        "with it, the role can perhaps stop or change what is audited",
      ]),
      controls: expect.arrayContaining(["A5", "D33", "E40"]),
    });
    expect(found?.approvers).toContain(estate.monitor.name);
  });

  it("is told of a role that is given it, as far as it is known", () => {
    const [found] = told([role()], form(named(OF_BACKUPS)));
    expect(found?.details).toContain("with it, the role may reach restricted data");
  });
});

it("a policy that is perhaps of a new role is told by where it is written", () => {
  const policy = text({ Effect: "Allow", Action: "s3:*", Resource: "*" });
  const somewhere: Added = ["aws_iam_role_policy", "some", { name: "some", role: "${var.role}", policy }];
  const [found] = told([somewhere], [somewhere, role()]);
  expect(found?.details).toContain(
    "somebody may be allowed it: what aws_iam_role_policy.some of ${var.role} allows cannot be known before deployment",
  );
});

it("a policy of AWS's is told as not known of a role that is not in the output", () => {
  const attachment: Added = [
    "aws_iam_role_policy_attachment",
    "own",
    { role: "elsewhere", policy_arn: named("ReadOnlyAccess") },
  ];
  expect(told([], [attachment])).toMatchObject([
    { details: expect.arrayContaining(["what the role may do with it is not known"]) },
  ]);
});
