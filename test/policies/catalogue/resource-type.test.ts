import { resourceType, resourceTypes } from "../../../policies/catalogue/resource-type";
import { fillTemplate } from "../../../policies/catalogue/template";

/** What an attribute of a resource in Dublin will be. */
function computed(type: string, attribute: string, given: Readonly<Record<string, string>> = {}): string | undefined {
  const place: Record<string, string> = { partition: "aws", region: "eu-west-1", account: "200000000002" };
  const template = resourceType(type)?.computed[attribute];
  const valueOf = (name: string): string | undefined =>
    name === "assigned" ? `<${attribute}>` : (given[name] ?? place[name] ?? computed(type, name, given));
  return template === undefined ? undefined : fillTemplate(template, valueOf);
}

describe("resourceType", () => {
  it.each(["aws_shop", "aws_s3_buckets", "", "toString", "__proto__", "constructor"])("knows nothing of %p", (type) => {
    expect(resourceType(type)).toBeUndefined();
  });

  it("says the whole of a row that says nothing", () => {
    expect(resourceType("aws_route_table_association")).toMatchObject({
      holds: "metadata",
      moves: "no",
      otherKeys: [],
      to: {},
      policies: {},
    });
  });

  it("lists what it knows", () => {
    expect(resourceTypes()).toContain("aws_s3_bucket");
    for (const type of resourceTypes()) expect(resourceType(type)).toBeDefined();
  });

  it("says how each kind of store comes by its key", () => {
    expect(resourceType("aws_sqs_queue")?.key).toEqual([{ from: "self", path: "kms_master_key_id" }]);
    expect(resourceType("aws_s3_bucket")?.key).toContainEqual(
      expect.objectContaining({ from: "companion", type: "aws_s3_bucket_server_side_encryption_configuration" }),
    );
    expect(resourceType("aws_rds_cluster_instance")?.key).toEqual([
      { from: "owner", types: ["aws_rds_cluster"], by: "cluster_identifier" },
    ]);
    expect(resourceType("aws_ebs_volume")?.key).toContainEqual(
      expect.objectContaining({ from: "account", type: "aws_ebs_default_kms_key" }),
    );
    expect(resourceType("aws_cloudfront_distribution")?.key).toBe("impossible");
  });

  it("does not pretend to know what builds other resources", () => {
    expect(resourceType("aws_cloudformation_stack")).toMatchObject({ holds: "unknown", moves: "yes" });
  });

  it("names where things go and who may come", () => {
    expect(resourceType("aws_vpc_peering_connection")?.to).toMatchObject({
      peer_owner_id: "account",
      peer_region: "region",
      peer_vpc_id: "id",
    });
    expect(resourceType("aws_iam_role")?.policies).toEqual({
      assume_role_policy: "trust",
      "inline_policy.policy": "identity",
    });
  });
});

describe("what is computed", () => {
  it.each([
    ["aws_s3_bucket", "arn", { bucket: "data" }, "arn:aws:s3:::data"],
    ["aws_s3_bucket", "id", { bucket: "data" }, "data"],
    ["aws_dynamodb_table", "arn", { name: "data" }, "arn:aws:dynamodb:eu-west-1:200000000002:table/data"],
    ["aws_iam_role", "arn", { name: "read" }, "arn:aws:iam::200000000002:role/read"],
    ["aws_iam_role", "arn", { name: "read", path: "/data/" }, "arn:aws:iam::200000000002:role/data/read"],
    ["aws_kms_key", "arn", {}, "arn:aws:kms:eu-west-1:200000000002:key/<key_id>"],
    ["aws_kms_key", "id", {}, "<key_id>"],
    ["aws_kms_alias", "arn", { name: "alias/data" }, "arn:aws:kms:eu-west-1:200000000002:alias/data"],
    ["aws_cloudtrail", "id", { name: "audit" }, "arn:aws:cloudtrail:eu-west-1:200000000002:trail/audit"],
    ["aws_cloudwatch_event_rule", "arn", { name: "a" }, "arn:aws:events:eu-west-1:200000000002:rule/a"],
    [
      "aws_cloudwatch_event_rule",
      "arn",
      { name: "a", event_bus_name: "alerts" },
      "arn:aws:events:eu-west-1:200000000002:rule/alerts/a",
    ],
    ["aws_ssm_parameter", "arn", { name: "/data/a" }, "arn:aws:ssm:eu-west-1:200000000002:parameter/data/a"],
    ["aws_secretsmanager_secret", "arn", { name: "a" }, "arn:aws:secretsmanager:eu-west-1:200000000002:secret:a-<arn>"],
    [
      "aws_sqs_queue",
      "url",
      { name: "a", dnsSuffix: "amazonaws.com" },
      "https://sqs.eu-west-1.amazonaws.com/200000000002/a",
    ],
    ["aws_vpc", "arn", {}, "arn:aws:ec2:eu-west-1:200000000002:vpc/<id>"],
  ])("gives %s its %s", (type, attribute, given, expected) => {
    expect(computed(type, attribute, given as Record<string, string>)).toBe(expected);
  });

  it("stays unknown where a name is AWS's or Terraform's to choose", () => {
    expect(computed("aws_s3_bucket", "arn")).toBeUndefined();
  });
});
