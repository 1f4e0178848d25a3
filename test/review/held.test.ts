import { review } from "../../review/review";
import type { Output } from "../policies/mutations/mutation";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf } from "./versions";

const estate = declaredEstate("local");
type Added = readonly [type: string, name: string, block: Readonly<Record<string, unknown>>];

const having =
  (...added: readonly Added[]) =>
  (output: Output): void => {
    for (const [type, name, block] of added) output.add("dublin", type, name, { ...block });
  };

/** What is told of two versions of something, apart from what neither weakens nor strengthens. */
function told(before: readonly Added[], after: readonly Added[]) {
  const { entries } = review(bareSideOf(estate, having(...before)), bareSideOf(estate, having(...after)), TODAY);
  return entries.filter(({ verdict }) => verdict !== "other").map(({ verdict, what, at }) => ({ verdict, what, at }));
}

const text = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const allowed = (Action: string) => ({ Effect: "Allow", Action, Resource: "*" });
const denial = {
  Effect: "Deny",
  Principal: "*",
  Action: "*",
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const role = (more: object = {}): Added => {
  const assume_role_policy = text({
    Effect: "Allow",
    Principal: { Service: "ec2.amazonaws.com" },
    Action: "sts:AssumeRole",
  });
  return ["aws_iam_role", "own", { name: "own", assume_role_policy, ...more }];
};
const inline = (...statements: readonly object[]) =>
  role({ inline_policy: [{ name: "own", policy: text(...statements) }] });
const apart = (name: string, ...statements: readonly object[]): Added => [
  "aws_iam_role_policy",
  name,
  { name, role: "${aws_iam_role.own.name}", policy: text(...statements) },
];

const queue = { name: "own" };
const MOVED: readonly (readonly [title: string, inline: readonly Added[], apart: readonly Added[]])[] = [
  ["a role's", [inline(allowed("s3:GetObject"))], [role(), apart("one", allowed("s3:GetObject"))]],
  [
    "a role's, in two parts",
    [role(), apart("one", allowed("s3:GetObject"), allowed("s3:PutObject"))],
    [role(), apart("one", allowed("s3:GetObject")), apart("two", allowed("s3:PutObject"))],
  ],
  [
    "a role's, by its name",
    [role({ managed_policy_arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] })],
    [
      role(),
      ["aws_iam_role_policy_attachment", "own", { role: "own", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }],
    ],
  ],
  [
    "a bucket's",
    [["aws_s3_bucket", "own", { bucket: "own", policy: text(denial) }]],
    [
      ["aws_s3_bucket", "own", { bucket: "own" }],
      ["aws_s3_bucket_policy", "own", { bucket: "${aws_s3_bucket.own.id}", policy: text(denial) }],
    ],
  ],
  [
    "a key's",
    [["aws_kms_key", "own", { policy: text({ ...allowed("kms:*"), Principal: "*" }) }]],
    [
      ["aws_kms_key", "own", {}],
      [
        "aws_kms_key_policy",
        "own",
        { key_id: "${aws_kms_key.own.id}", policy: text({ ...allowed("kms:*"), Principal: "*" }) },
      ],
    ],
  ],
  [
    "a queue's",
    [["aws_sqs_queue", "own", { ...queue, policy: text(denial) }]],
    [
      ["aws_sqs_queue", "own", queue],
      ["aws_sqs_queue_policy", "own", { queue_url: "${aws_sqs_queue.own.id}", policy: text(denial) }],
    ],
  ],
  [
    "a topic's",
    [["aws_sns_topic", "own", { ...queue, policy: text(denial) }]],
    [
      ["aws_sns_topic", "own", queue],
      ["aws_sns_topic_policy", "own", { arn: "${aws_sns_topic.own.arn}", policy: text(denial) }],
    ],
  ],
];

describe("a policy that is written elsewhere says the same", () => {
  it.each(MOVED)("%s", (_title, one, other) => {
    expect(told(one, other)).toEqual([]);
    expect(told(other, one)).toEqual([]);
  });
});

describe("a policy that is written elsewhere and says something else is told", () => {
  it("where a role may do more", () => {
    const found = told([inline(allowed("s3:GetObject"))], [role(), apart("one", allowed("s3:Get*"))]);
    expect(found).toMatchObject([{ verdict: "opens", at: [{ address: "aws_iam_role_policy.one" }] }]);
  });

  it("where a queue's denies less", () => {
    const [, one, [owner, policy]] = MOVED[5]!;
    const found = told(one, [owner!, [policy![0], "own", { ...policy![2], policy: text() }]]);
    expect(found).toMatchObject([{ verdict: "weaker", what: "it denies less than before" }]);
  });
});

describe("a policy that is new is told where what it is of was there", () => {
  it("of a role in the output, and of one that is only named", () => {
    const one: Added = [
      "aws_iam_role_policy",
      "one",
      { name: "one", role: "elsewhere", policy: text(allowed("s3:Get*")) },
    ];
    expect(told([role()], [role(), apart("one", allowed("s3:Get*"))])).toMatchObject([{ verdict: "opens" }]);
    expect(told([], [one]).map(({ verdict }) => verdict)).toContain("opens");
  });

  it("of a policy that is attached in a list of all", () => {
    const policies = ["one", "two"].map((name, index): Added => {
      const policy = text(allowed(["s3:GetObject", "s3:*"][index]!));
      return ["aws_iam_policy", name, { name, policy }];
    });
    const listing = (...names: readonly string[]): Added => {
      const policy_arns = names.map((name) => `\${aws_iam_policy.${name}.arn}`);
      return ["aws_iam_role_policy_attachments_exclusive", "own", { role_name: "own", policy_arns }];
    };
    const found = told([role(), ...policies, listing("one")], [role(), ...policies, listing("one", "two")]);
    expect(found).toMatchObject([{ verdict: "opens" }]);
  });

  it("of a policy that is attached and not in the output", () => {
    const attachment: Added = [
      "aws_iam_role_policy_attachment",
      "own",
      { role: "own", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    ];
    const found = told([role()], [role(), attachment]);
    expect(found.map(({ what }) => what).join()).toContain("not in the output: arn:aws:iam::aws:policy/ReadOnlyAccess");
  });

  it("of a bucket whose policy is of another one now", () => {
    const buckets: readonly Added[] = ["one", "two"].map((name) => ["aws_s3_bucket", name, { bucket: name }]);
    const of = (name: string): Added => ["aws_s3_bucket_policy", "own", { bucket: name, policy: text(denial) }];
    const found = told([...buckets, of("one")], [...buckets, of("two")]);
    expect(found.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(["weaker", "stronger"]));
  });
});

describe("what has no policy has AWS's", () => {
  it.each<[string, string, object]>([
    [
      "an endpoint lets everything through",
      "aws_vpc_endpoint",
      { service_name: "com.amazonaws.eu-west-1.s3", vpc_id: "v" },
    ],
    ["a key obeys its account's policies", "aws_kms_key", {}],
  ])("%s", (_title, type, block) => {
    const found = told([[type, "own", { ...block, policy: text() }]], [[type, "own", { ...block }]]);
    expect(found.map(({ verdict }) => verdict).join()).toMatch(/opens|leaves/);
  });
});
