import { DataKey } from "../../../constructs/encryption/data-key";
import { EncryptedBucket } from "../../../constructs/encryption/encrypted-bucket";
import { lockedStack, Synthesized, type Block } from "../../support/synth";

const ADMIN = "arn:aws:iam::222222222222:role/clover-deploy";
const ARN = "arn:aws:s3:::clover-dublin-user-data-222222222222";

function bucketWith(props: Partial<ConstructorParameters<typeof EncryptedBucket>[2]> = {}): Synthesized {
  const stack = lockedStack();
  const key = new DataKey(stack, "key", { purpose: "user-data", description: "d", administratorArns: [ADMIN] });
  new EncryptedBucket(stack, "bucket", {
    purpose: "user-data",
    key,
    dataClass: "restricted",
    organizationId: "o-cloverexample",
    ...props,
  });
  return new Synthesized(stack);
}

function statements(synthesized: Synthesized): Readonly<Record<string, Block>> {
  const all = Synthesized.statements(synthesized.only("aws_s3_bucket_policy"));
  return Object.fromEntries(all.map((statement) => [statement["Sid"], statement]));
}

describe("EncryptedBucket", () => {
  const bucket = bucketWith({ doors: ["vpce-1"], serviceRoleArns: ["arn:aws:iam::222222222222:role/backup"] });
  const policy = statements(bucket);

  it("encrypts with the given key through a bucket key", () => {
    expect(bucket.only("aws_s3_bucket_server_side_encryption_configuration")["rule"]).toEqual([
      {
        bucket_key_enabled: true,
        apply_server_side_encryption_by_default: {
          sse_algorithm: "aws:kms",
          kms_master_key_id: expect.stringMatching(/^\$\{aws_kms_key\.\w+\.arn\}$/),
        },
      },
    ]);
  });

  it("keeps every version, owns every object, blocks the public and tidies up", () => {
    expect(bucket.only("aws_s3_bucket_versioning")["versioning_configuration"]).toEqual({ status: "Enabled" });
    expect(bucket.only("aws_s3_bucket_ownership_controls")["rule"]).toEqual({
      object_ownership: "BucketOwnerEnforced",
    });
    expect(bucket.only("aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    const [rule] = bucket.only("aws_s3_bucket_lifecycle_configuration")["rule"];
    expect(rule).toMatchObject({
      status: "Enabled",
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    });
    expect(rule).not.toHaveProperty("expiration");
  });

  it("denies a wrong header only where the header is there, so that uploads may rely on the default", () => {
    const header = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    expect(policy["WrongKey"]).toMatchObject({
      Effect: "Deny",
      Action: "s3:PutObject",
      Condition: { Null: { [header]: "false" }, StringNotEquals: { [header]: expect.stringContaining("aws_kms_key") } },
    });
    expect(policy["WrongAlgorithm"]!["Condition"]).toEqual({
      Null: { "s3:x-amz-server-side-encryption": "false" },
      StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
    });
    expect(policy["CustomerProvidedKey"]!["Condition"]).toEqual({
      Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" },
    });
  });

  it("denies clear text and TLS older than 1.2", () => {
    expect(policy["InsecureTransport"]!["Condition"]).toEqual({ Bool: { "aws:SecureTransport": "false" } });
    expect(policy["OldTls"]!["Condition"]).toEqual({ NumericLessThan: { "s3:TlsVersion": "1.2" } });
  });

  it("denies everybody outside the organization everything, also the anonymous", () => {
    expect(policy["OutsideOrganization"]).toMatchObject({
      Action: "s3:*",
      Resource: [ARN, `${ARN}/*`],
      Condition: {
        StringNotEquals: { "aws:PrincipalOrgID": "o-cloverexample" },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    });
  });

  it("denies objects to whoever does not come through the doors, but for the roles of AWS's own services", () => {
    expect(policy["OutsideDoors"]).toMatchObject({
      Condition: {
        StringNotEquals: { "aws:SourceVpce": ["vpce-1"] },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
        ArnNotEquals: { "aws:PrincipalArn": ["arn:aws:iam::222222222222:role/backup"] },
      },
    });
    expect(policy["OutsideDoors"]!["Action"]).toEqual(
      expect.arrayContaining(["s3:GetObject*", "s3:PutObject*", "s3:ListBucket"]),
    );
    expect(policy["OutsideDoors"]!["Action"]).not.toContain("s3:PutBucketPolicy");
  });

  it("allows nothing that it was not asked to", () => {
    expect(Object.values(policy).filter(({ Effect }) => Effect === "Allow")).toEqual([]);
  });

  it("cannot be destroyed", () => {
    expect(bucket.only("aws_s3_bucket")).toMatchObject({ force_destroy: false, lifecycle: { prevent_destroy: true } });
    expect(policy["MustStay"]).toMatchObject({ Effect: "Deny", Action: "s3:DeleteBucket" });
  });

  it("says what it holds", () => {
    expect(bucket.only("aws_s3_bucket")["tags"]).toEqual({ "data-class": "restricted" });
  });
});

describe("EncryptedBucket, as a replica's target", () => {
  const writer = { account: "555555555555", arn: "arn:aws:iam::555555555555:role/drain" };
  const policy = statements(bucketWith({ replicaWriter: writer }));

  it("takes replicas of one role, which need not exist yet, and nothing else from it", () => {
    const allowed = Object.values(policy).filter(({ Effect }) => Effect === "Allow");
    expect(allowed.map(({ Action }) => Action)).toEqual([
      ["s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateObject", "s3:ReplicateTags"],
      ["s3:GetBucketVersioning", "s3:ListBucket"],
    ]);
    for (const statement of allowed) {
      expect(statement["Principal"]).toEqual({ AWS: "arn:aws:iam::555555555555:root" });
      expect(statement["Condition"]).toEqual({ ArnEquals: { "aws:PrincipalArn": writer.arn } });
    }
  });
});

describe("EncryptedBucket, draining", () => {
  const bucket = bucketWith({ draining: { exceptRoleArn: "arn:aws:iam::222222222222:role/drain" } });

  it("can be destroyed with what is in it, and takes nothing new but from one role", () => {
    expect(bucket.only("aws_s3_bucket")).toMatchObject({ force_destroy: true, lifecycle: { prevent_destroy: false } });
    expect(statements(bucket)["MustStay"]).toBeUndefined();
    expect(statements(bucket)["Draining"]).toMatchObject({
      Effect: "Deny",
      Action: "s3:PutObject",
      Resource: `${ARN}/*`,
      Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::222222222222:role/drain" } },
    });
  });
});
