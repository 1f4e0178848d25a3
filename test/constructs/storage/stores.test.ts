import type { DrainPath } from "../../../config/names";
import { drainLeftovers } from "../../../constructs/enclave/drain-leftovers";
import { EnclaveStore } from "../../../constructs/enclave/enclave-store";
import { StateBucket } from "../../../constructs/storage/state-bucket";
import { UserDataStore } from "../../../constructs/storage/user-data-store";
import { DUBLIN, lockedStack, Synthesized, type Block } from "../../support/synth";

const US = { account: "555555555555", region: "us-east-1", partition: "aws", country: "US" };
const DRAIN: DrainPath = {
  sourceBucketArn: "arn:aws:s3:::clover-enclave-user-data-555555555555",
  sourceAccount: US.account,
  replicationRoleName: "clover-enclave-drain",
  replicationRoleArn: "arn:aws:iam::555555555555:role/clover-enclave-drain",
  operatorRoleName: "clover-enclave-drain-operator",
  operatorRoleArn: "arn:aws:iam::555555555555:role/clover-enclave-drain-operator",
  exportPrefix: "enclave-table",
  recordPrefix: "enclave-drained",
  batchRoleName: "clover-enclave-drain-batch",
  batchRoleArn: "arn:aws:iam::555555555555:role/clover-enclave-drain-batch",
  targetBucketArn: "arn:aws:s3:::clover-dublin-user-data-222222222222",
  targetAccount: DUBLIN.account,
  targetKeyAliasArn: "arn:aws:kms:eu-west-1:222222222222:alias/clover-dublin-user-data",
  targetRegion: "eu-west-1",
};
const shared = (account: string) => ({
  organizationId: "o-cloverexample",
  doors: ["vpce-1"],
  logRetentionDays: 400,
  administratorArns: [`arn:aws:iam::${account}:role/clover-deploy`],
});

/** Prefixes of what expires in the only bucket, with the days of what is current and of what is no longer. */
function ending(synthesized: Synthesized): readonly unknown[] {
  const rules: readonly Block[] = synthesized.only("aws_s3_bucket_lifecycle_configuration")["rule"];
  return rules
    .filter(({ expiration }) => expiration !== undefined)
    .map(({ filter, expiration, noncurrent_version_expiration: noncurrent }) => [
      filter[0].prefix,
      expiration[0].days,
      noncurrent[0].noncurrent_days,
    ]);
}

describe("UserDataStore", () => {
  const stack = lockedStack();
  const store = new UserDataStore(stack, "user-data", { ...shared(DUBLIN.account), drain: DRAIN });
  const synthesized = new Synthesized(stack);

  it("is one bucket, one table and one vault, under a key for the data and one for its backups", () => {
    const types = ["aws_kms_key", "aws_s3_bucket", "aws_dynamodb_table", "aws_backup_vault"];
    expect(types.map((type) => synthesized.all(type).length)).toEqual([2, 1, 1, 1]);
  });

  it("backs up the bucket and the table", () => {
    expect(synthesized.only("aws_backup_selection")["resources"]).toEqual([store.bucket.arn, store.table.arn]);
  });

  it("has the names that the enclave's drain computes", () => {
    expect(store.bucket.arn).toBe(DRAIN.targetBucketArn);
    expect(store.key.aliasArn).toBe(DRAIN.targetKeyAliasArn);
  });

  it("lets the enclave's replication write and encrypt, and neither read nor decrypt", () => {
    const bucket = Synthesized.statements(synthesized.only("aws_s3_bucket_policy")).filter(
      ({ Effect }) => Effect === "Allow",
    );
    const stated = synthesized.all("aws_kms_key").flatMap((key) => Synthesized.statements(key));
    const key = stated.find(({ Sid }) => Sid === "EnclaveReplicas")!;
    const actions = [...bucket, key].flatMap(({ Action }) => Action);
    expect(actions).toContain("s3:ReplicateObject");
    expect(actions.filter((action: string) => /GetObject|Decrypt|Delete/.test(action))).toEqual([]);
  });

  it("ends what the enclave's drain leaves behind: its record once nothing can be brought home any more", () => {
    const endingIn = (phase: "serving" | "draining" | "retired") => {
      const target = lockedStack();
      const passing = drainLeftovers(DRAIN, phase);
      new UserDataStore(target, "user-data", { ...shared(DUBLIN.account), passing });
      return ending(new Synthesized(target));
    };
    expect(endingIn("serving")).toEqual([["enclave-table/", 30, 30]]);
    expect(endingIn("draining")).toEqual(endingIn("serving"));
    expect(endingIn("retired")).toEqual([
      ["enclave-table/", 30, 30],
      ["enclave-drained/", 30, 30],
    ]);
  });

  it("lets nobody in where no drain is declared, and ends nothing", () => {
    const alone = lockedStack();
    new UserDataStore(alone, "user-data", shared(DUBLIN.account));
    expect(ending(new Synthesized(alone))).toEqual([]);
    const policy = Synthesized.statements(new Synthesized(alone).only("aws_s3_bucket_policy"));
    expect(policy.filter(({ Effect }) => Effect === "Allow")).toEqual([]);
  });
});

describe("EnclaveStore", () => {
  const storeIn = (phase: "serving" | "draining", drain = DRAIN) => {
    const stack = lockedStack(US, "enclave");
    new EnclaveStore(stack, "user-data", { ...shared(US.account), drain, phase });
    return new Synthesized(stack);
  };
  const synthesized = storeIn("serving");

  const STORES = ["aws_s3_bucket", "aws_dynamodb_table", "aws_kms_key", "aws_cloudwatch_log_group"];

  it("is kept from accident while it serves, by nothing that lasts", () => {
    expect(synthesized.only("aws_s3_bucket")).toMatchObject({ force_destroy: false, object_lock_enabled: false });
    expect(synthesized.only("aws_dynamodb_table")["deletion_protection_enabled"]).toBe(false);
    for (const type of STORES) expect(synthesized.only(type)["lifecycle"]).toEqual({ prevent_destroy: true });
    expect(synthesized.types().filter((type) => type.startsWith("aws_backup"))).toEqual([]);
  });

  it("can be destroyed with what is in it once it drains, its key too", () => {
    const draining = storeIn("draining");
    expect(draining.only("aws_s3_bucket")["force_destroy"]).toBe(true);
    for (const type of STORES) expect(draining.only(type)["lifecycle"]).toEqual({ prevent_destroy: false });
    const [administration] = Synthesized.statements(draining.only("aws_kms_key"));
    expect(administration!["Action"]).toContain("kms:ScheduleKeyDeletion");
  });

  it("encrypts nothing new through S3 while it drains, but for the drain", () => {
    const statement = (phase: "serving" | "draining") =>
      Synthesized.statements(storeIn(phase).only("aws_kms_key")).find(({ Sid }) => Sid === "Draining");
    expect(statement("serving")).toBeUndefined();
    expect(statement("draining")).toMatchObject({
      Effect: "Deny",
      Action: ["kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncryptTo"],
      Condition: {
        ArnNotEquals: { "aws:PrincipalArn": DRAIN.operatorRoleArn },
        StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
      },
    });
  });

  it("copies every object into the drain target under the target's key and ownership, and no deletion", () => {
    const [rule] = synthesized.only("aws_s3_bucket_replication_configuration")["rule"];
    expect(rule).toMatchObject({
      status: "Enabled",
      filter: {},
      delete_marker_replication: { status: "Disabled" },
      source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } },
      destination: {
        bucket: DRAIN.targetBucketArn,
        account: DRAIN.targetAccount,
        access_control_translation: { owner: "Destination" },
        encryption_configuration: { replica_kms_key_id: DRAIN.targetKeyAliasArn },
        replication_time: { status: "Enabled", time: { minutes: 15 } },
      },
    });
  });

  it("replicates one way: its role writes there and reads here", () => {
    for (const { Action, Resource } of Synthesized.statements(synthesized.only("aws_iam_role_policy"))) {
      const here = [Resource].flat().every((arn: string) => arn.startsWith(DRAIN.sourceBucketArn));
      if (Action.some((action: string) => /Replicate/.test(action)))
        expect(Resource).toBe(`${DRAIN.targetBucketArn}/*`);
      if (Action.some((action: string) => /GetObject|ListBucket/.test(action))) expect(here).toBe(true);
    }
  });

  it("ends the table's export after a month, and nothing else that is current", () => {
    for (const phase of ["serving", "draining"] as const) {
      expect(ending(storeIn(phase))).toEqual([["enclave-table/", 30, 30]]);
    }
  });

  it("takes nothing new while it drains", () => {
    const sids = (phase: "serving" | "draining") =>
      Synthesized.statements(storeIn(phase).only("aws_s3_bucket_policy")).map(({ Sid }) => Sid);
    expect(sids("draining")).toContain("Draining");
    expect(sids("serving")).not.toContain("Draining");
  });

  it("is drained in roles that neither read nor name another destination, and that are there only then", () => {
    const names = (phase: "serving" | "draining") =>
      storeIn(phase)
        .all("aws_iam_role")
        .map(({ name }) => name);
    expect(names("serving")).toEqual([DRAIN.replicationRoleName]);
    expect([...names("draining")].sort()).toEqual([
      DRAIN.replicationRoleName,
      DRAIN.batchRoleName,
      DRAIN.operatorRoleName,
    ]);
    const policies = storeIn("draining")
      .all("aws_iam_role_policy")
      .filter(({ name }) => name !== "drain");
    const statements = policies.flatMap((policy) => Synthesized.statements(policy));
    expect(statements).toHaveLength(8);
    expect(
      statements.flatMap(({ Action }) => Action).filter((action) => /Get(Object|Item)|Scan|Query/.test(action)),
    ).toEqual([]);
    expect(JSON.stringify(statements)).not.toContain(DRAIN.targetAccount);
  });

  it("fails when the declared path begins at another bucket", () => {
    expect(() => storeIn("serving", { ...DRAIN, sourceBucketArn: "arn:aws:s3:::other" })).toThrow(
      "[drain.foreign-source] enclave/user-data/drain: 'drain.sourceBucketArn' must be arn:aws:s3:::clover-enclave-user-data-555555555555, got arn:aws:s3:::other",
    );
  });
});

describe("StateBucket", () => {
  const stack = lockedStack(DUBLIN, "state-dublin");
  const declaredKeyArn = "arn:aws:kms:eu-west-1:222222222222:key/00000000-0000-4000-8000-000000000003";
  const roleArns = ["arn:aws:iam::222222222222:role/clover-deploy", "arn:aws:iam::222222222222:role/clover-plan"];
  new StateBucket(stack, "state", { ...shared(DUBLIN.account), declaredKeyArn, roleArns });
  const synthesized = new Synthesized(stack);

  it("keeps a stack's state versioned, encrypted under the declared key, and for good", () => {
    expect(synthesized.only("aws_s3_bucket")).toMatchObject({
      bucket: "clover-state-dublin-terraform-222222222222",
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(synthesized.only("aws_s3_bucket_versioning")["versioning_configuration"]).toEqual({ status: "Enabled" });
    expect(synthesized.only("aws_kms_key")["lifecycle"].postcondition[0].condition).toContain(declaredKeyArn);
  });

  it("is closed to everybody but the roles that deploy and plan the stack", () => {
    const { Statement } = JSON.parse(synthesized.only("aws_s3_bucket_policy")["policy"]);
    expect(Statement).toContainEqual({
      Sid: "DeclaredRolesAlone",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:DeleteObject*", "s3:GetObject*", "s3:PutObject*"],
      Resource: "arn:aws:s3:::clover-state-dublin-terraform-222222222222/*",
      Condition: { ArnNotEquals: { "aws:PrincipalArn": roleArns } },
    });
  });
});
