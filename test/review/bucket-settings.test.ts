import { review } from "../../review/review";
import type { Output } from "../policies/mutations/mutation";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf } from "./versions";

const estate = declaredEstate("local");
type Added = readonly [type: string, name: string, block: Readonly<Record<string, unknown>>];

function told(before: readonly Added[], after: readonly Added[]) {
  const having = (added: readonly Added[]) => (output: Output) => {
    for (const [type, name, block] of added) output.add("dublin", type, name, { ...block });
  };
  const { entries } = review(bareSideOf(estate, having(before)), bareSideOf(estate, having(after)), TODAY);
  return entries
    .filter(({ verdict }) => verdict !== "other")
    .map(({ verdict, at, path }) => `${verdict} ${at[0]!.address} ${path}`);
}

const bucket = "${aws_s3_bucket.own.id}";
const encryption = [
  { apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms", kms_master_key_id: "key" }] },
];
const retention = (mode: string) => [{ default_retention: [{ mode, days: 365 }] }];
const inline: readonly Added[] = [
  [
    "aws_s3_bucket",
    "own",
    {
      bucket: "own",
      versioning: { enabled: true },
      server_side_encryption_configuration: [{ rule: encryption }],
      lifecycle_rule: [{ enabled: true, expiration: { days: 400 } }],
      object_lock_configuration: { rule: retention("COMPLIANCE") },
    },
  ],
];
const apart = (days = 400, mode = "COMPLIANCE"): readonly Added[] => [
  ["aws_s3_bucket", "own", { bucket: "own" }],
  ["aws_s3_bucket_versioning", "own", { bucket, versioning_configuration: { status: "Enabled" } }],
  ["aws_s3_bucket_server_side_encryption_configuration", "own", { bucket, rule: encryption }],
  ["aws_s3_bucket_lifecycle_configuration", "own", { bucket, rule: [{ id: "one", expiration: [{ days }] }] }],
  ["aws_s3_bucket_object_lock_configuration", "own", { bucket, rule: retention(mode) }],
];

describe("a setting of a bucket", () => {
  it("says the same in the bucket and in a resource of its own", () => {
    expect(told(inline, apart())).toEqual([]);
    expect(told(apart(), inline)).toEqual([]);
  });

  it("is told where it says something else there", () => {
    expect(told(inline, apart(30, "GOVERNANCE"))).toEqual([
      "weaker aws_s3_bucket_lifecycle_configuration.own rule.expiration.days",
      "weaker aws_s3_bucket_object_lock_configuration.own rule.default_retention.mode",
    ]);
    expect(told(apart(30), inline)).toEqual(["stronger aws_s3_bucket.own lifecycle_rule.expiration.days"]);
  });

  it("is told where it comes beside what is there", () => {
    const beside = { bucket: "own", lifecycle_rule: [{ enabled: true, expiration: { days: 1 } }] };
    expect(told(apart(), [["aws_s3_bucket", "own", beside], ...apart().slice(1)])).toEqual([
      "weaker aws_s3_bucket.own lifecycle_rule.expiration.days",
    ]);
  });
});

describe("the key that something is under", () => {
  const table = (server_side_encryption: object): readonly Added[] => [
    ["aws_dynamodb_table", "own", { name: "own", hash_key: "id", server_side_encryption }],
  ];

  it("is told where it is another one", () => {
    const under = (kms_key_arn: string) => table({ enabled: true, kms_key_arn });
    const [one, two] = ["1", "2"].map((id) => under(`arn:aws:kms:eu-west-1:200000000002:key/${id}`)) as [
      readonly Added[],
      readonly Added[],
    ];
    expect(told(one, two)).toContain("weaker aws_dynamodb_table.own server_side_encryption.kms_key_arn");
  });
});
