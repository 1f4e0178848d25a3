import { declaredEstate, ESTATES, readStacks, resourcesOf, writeEstate, type Placed } from "../support/estates";

/** What would let a segment out, or let somebody in. */
const FORBIDDEN = [
  "aws_internet_gateway",
  "aws_egress_only_internet_gateway",
  "aws_nat_gateway",
  "aws_vpn_gateway",
  "aws_ec2_carrier_gateway",
  "aws_vpc_peering_connection",
  "aws_vpc_peering_connection_accepter",
  "aws_ec2_transit_gateway",
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_eip",
  "aws_kms_replica_key",
  "aws_iam_user",
  "aws_iam_access_key",
];

/** A condition key that ties a wildcard principal to an account or an organization. */
const BINDING = [
  "aws:PrincipalOrgID",
  "aws:PrincipalAccount",
  "aws:SourceAccount",
  "aws:SourceOrgID",
  "aws:ResourceOrgID",
  "kms:CallerAccount",
];

interface Judged {
  readonly where: string;
  readonly statement: Record<string, any>;
}

function statementsOf(resources: readonly Placed[]): readonly Judged[] {
  const documents = resources.flatMap(({ stack, address, block }) =>
    Object.entries(block)
      .filter(([, value]) => typeof value === "string" && value.startsWith('{"Version":"2012-10-17"'))
      .map(([attribute, value]) => ({ where: `${stack}/${address}.${attribute}`, document: JSON.parse(value) })),
  );
  return documents.flatMap(({ where, document }) =>
    document.Statement.map((statement: Record<string, any>) => ({ where: `${where} ${statement["Sid"]}`, statement })),
  );
}

const isWildcard = (principal: unknown) =>
  principal === "*" ||
  Object.values((principal ?? {}) as Record<string, unknown>).some((who) => [who].flat().includes("*"));

describe.each(ESTATES)("the %s estate", (name) => {
  const resources = resourcesOf(readStacks(writeEstate(declaredEstate(name))));
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);

  /** The resource of `type` in the same stack whose `bucket` points at this bucket. */
  const companion = (bucket: Placed, type: string) =>
    ofType(type).filter(
      ({ stack, block }) =>
        stack === bucket.stack &&
        [`\${${bucket.address}.bucket}`, `\${${bucket.address}.id}`, bucket.block["bucket"]].includes(block["bucket"]),
    );

  it("has no door but the security gateway's", () => {
    expect(resources.filter(({ type }) => FORBIDDEN.includes(type)).map(({ address }) => address)).toEqual([]);
    expect(resources.length).toBeGreaterThan(300);
  });

  it("routes nothing by default", () => {
    const routes = ofType("aws_route");
    const byDefault = routes.filter(({ block }) => ["0.0.0.0/0", "::/0"].includes(block["destination_cidr_block"]));
    expect(byDefault).toEqual([]);
  });

  it("allows no wildcard principal without an account or an organization", () => {
    const allows = statementsOf(resources).filter(
      ({ statement }) => statement["Effect"] === "Allow" && isWildcard(statement["Principal"]),
    );
    const unbound = allows.filter(
      ({ statement }) =>
        !Object.values<object>(statement["Condition"] ?? {}).some((keys) =>
          Object.keys(keys).some((key) => BINDING.includes(key)),
        ),
    );
    expect(allows.length).toBeGreaterThan(10);
    expect(unbound.map(({ where }) => where)).toEqual([]);
  });

  it("has only keys that stay in their region, rotate, and take thirty days to delete", () => {
    const keys = ofType("aws_kms_key");
    expect(keys.length).toBeGreaterThanOrEqual(6);
    for (const { block } of keys) {
      expect(block).toMatchObject({ multi_region: false, enable_key_rotation: true, deletion_window_in_days: 30 });
      expect(block["policy"]).not.toContain('"kms:*"');
    }
  });

  it.each([
    "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_versioning",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_ownership_controls",
    "aws_s3_bucket_policy",
    "aws_s3_bucket_lifecycle_configuration",
  ])("gives every bucket exactly one %s", (type) => {
    const buckets = ofType("aws_s3_bucket");
    expect(buckets.length).toBeGreaterThanOrEqual(4);
    for (const bucket of buckets)
      expect([bucket.address, companion(bucket, type)]).toEqual([bucket.address, [expect.anything()]]);
  });

  it("encrypts every bucket with a customer-managed key of its own stack, through a bucket key", () => {
    for (const { stack, block } of ofType("aws_s3_bucket_server_side_encryption_configuration")) {
      const [rule] = [block["rule"]].flat();
      const [byDefault] = [rule.apply_server_side_encryption_by_default].flat();
      expect(rule.bucket_key_enabled).toBe(true);
      expect(byDefault.sse_algorithm).toBe("aws:kms");
      const address = /^\$\{(aws_kms_key\.[\w-]+)\.arn\}$/.exec(byDefault.kms_master_key_id)?.[1];
      expect(ofType("aws_kms_key").some((key) => key.stack === stack && key.address === address)).toBe(true);
    }
  });
});
