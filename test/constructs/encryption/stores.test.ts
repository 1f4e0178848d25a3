import { Construct } from "constructs";
import { DataKey } from "../../../constructs/encryption/data-key";
import { EbsEncryption } from "../../../constructs/encryption/ebs-encryption";
import { EncryptedLogGroup } from "../../../constructs/encryption/encrypted-log-group";
import { EncryptedTable } from "../../../constructs/encryption/encrypted-table";
import { LockedBackupVault } from "../../../constructs/encryption/locked-backup-vault";
import { lockedStack, Synthesized } from "../../support/synth";

const ADMIN = "arn:aws:iam::222222222222:role/clover-deploy";
const KEY = expect.stringMatching(/^\$\{aws_kms_key\.\w+\.arn\}$/);

function keyed<T>(build: (stack: ReturnType<typeof lockedStack>, key: DataKey) => T): Synthesized {
  const stack = lockedStack();
  build(stack, new DataKey(stack, "key", { purpose: "p", description: "d", administratorArns: [ADMIN] }));
  return new Synthesized(stack);
}

const keyServices = (synthesized: Synthesized, sid: string) =>
  Synthesized.statements(synthesized.only("aws_kms_key")).find(({ Sid }) => Sid === sid)?.["Condition"].StringEquals[
    "kms:ViaService"
  ];

const TABLE = {
  purpose: "user-data",
  dataClass: "restricted",
  organizationId: "o-cloverexample",
  doors: ["vpce-1"],
  partitionKey: "subject",
  sortKey: "record",
} as const;

describe("EncryptedTable", () => {
  const synthesized = keyed((stack, key) => new EncryptedTable(stack, "table", { ...TABLE, key }));

  it("is encrypted with the given key, restorable, kept, and in one region", () => {
    const table = synthesized.only("aws_dynamodb_table");
    expect(table).toMatchObject({
      server_side_encryption: { enabled: true, kms_key_arn: KEY },
      point_in_time_recovery: { enabled: true },
      deletion_protection_enabled: true,
      lifecycle: { prevent_destroy: true },
      tags: { "data-class": "restricted" },
    });
    expect(table).not.toHaveProperty("replica");
  });

  it("denies items to whoever is outside the organization, or does not come through the doors", () => {
    const [organization, doors] = Synthesized.statements(synthesized.only("aws_dynamodb_resource_policy"));
    expect(organization).toMatchObject({ Effect: "Deny", Action: "dynamodb:*" });
    expect(doors!["Condition"].StringNotEquals).toEqual({ "aws:SourceVpce": ["vpce-1"] });
    expect(doors!["Action"]).toEqual(
      expect.arrayContaining([
        "dynamodb:Scan",
        "dynamodb:GetItem",
        "dynamodb:PartiQLSelect",
        "dynamodb:ExportTableToPointInTime",
      ]),
    );
  });

  it("lets DynamoDB alone take grants on the key", () => {
    expect(keyServices(synthesized, "GrantsForResources")).toEqual(["dynamodb.eu-west-1.amazonaws.com"]);
  });

  it("has no deletion protection when it is temporary, and is kept all the same", () => {
    const table = keyed((stack, key) => new EncryptedTable(stack, "table", { ...TABLE, key, temporary: true })).only(
      "aws_dynamodb_table",
    );
    expect(table).toMatchObject({ deletion_protection_enabled: false, lifecycle: { prevent_destroy: true } });
  });

  it("takes no item while it drains, is exported by one role alone, and can be deleted", () => {
    const role = "arn:aws:iam::222222222222:role/drain";
    const draining = { temporary: true, draining: { exceptRoleArn: role } };
    const built = keyed((stack, key) => new EncryptedTable(stack, "table", { ...TABLE, key, ...draining }));
    expect(built.only("aws_dynamodb_table")["lifecycle"]).toEqual({ prevent_destroy: false });
    const statements = Synthesized.statements(built.only("aws_dynamodb_resource_policy"));
    const named = (sid: string) => statements.find(({ Sid }) => Sid === sid)!;
    expect(named("Draining")).toEqual({
      Sid: "Draining",
      Effect: "Deny",
      Principal: "*",
      Resource: expect.arrayContaining(["arn:aws:dynamodb:eu-west-1:222222222222:table/clover-dublin-user-data"]),
      Action: expect.arrayContaining(["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"]),
    });
    expect(named("ExportedByDrain")).toMatchObject({
      Effect: "Deny",
      Action: "dynamodb:ExportTableToPointInTime",
      Condition: { ArnNotEquals: { "aws:PrincipalArn": role } },
    });
    expect(named("OutsideDoors")["Action"]).not.toContain("dynamodb:ExportTableToPointInTime");
    expect(named("OutsideDoors")["Action"]).toContain("dynamodb:Scan");
  });
});

describe("EncryptedLogGroup", () => {
  const build = (retentionDays: number) =>
    keyed(
      (stack, key) =>
        new EncryptedLogGroup(stack, "logs", { purpose: "workloads", dataClass: "restricted", key, retentionDays }),
    );

  it("is encrypted, kept, and bound to its own group in the key's policy", () => {
    const synthesized = build(365);
    expect(synthesized.only("aws_cloudwatch_log_group")).toMatchObject({
      name: "clover-dublin-workloads",
      kms_key_id: KEY,
      retention_in_days: 365,
    });
    const statement = Synthesized.statements(synthesized.only("aws_kms_key")).find(
      ({ Sid }) => Sid === "LogGroupWorkloads",
    );
    expect(statement).toMatchObject({
      Principal: { Service: "logs.eu-west-1.amazonaws.com" },
      Condition: {
        ArnEquals: {
          "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:222222222222:log-group:clover-dublin-workloads",
        },
      },
    });
  });

  it("is named in its key's policy after its purpose, whatever its id", () => {
    const shared = { dataClass: "restricted", retentionDays: 365 } as const;
    const synthesized = keyed((stack, key) => {
      for (const purpose of ["log-validation", "incident-record"]) {
        new EncryptedLogGroup(new Construct(stack, purpose), "logs", { ...shared, purpose, key });
      }
    });
    const sids = Synthesized.statements(synthesized.only("aws_kms_key")).map(({ Sid }) => Sid);
    expect(sids.slice(-2)).toEqual(["LogGroupLogValidation", "LogGroupIncidentRecord"]);
  });

  it.each([30, 366, 0])("fails when the retention is %d days", (days) => {
    expect(() => build(days)).toThrow(`[log-group.retention] dublin/logs: 'retentionDays' must be one of 365, 400`);
  });
});

describe("LockedBackupVault", () => {
  const VAULT = { purpose: "user-data", administratorArns: [ADMIN] };
  const arns = ["arn:aws:s3:::data", "arn:aws:dynamodb:eu-west-1:222222222222:table/data"];
  const synthesized = keyed(
    (stack, key) => new LockedBackupVault(stack, "vault", { ...VAULT, sourceKey: key, resourceArns: arns }),
  );

  it("is encrypted under a key of its own, locked for good, and kept", () => {
    const keys = synthesized.all("aws_kms_key");
    expect(keys.map(({ tags }) => tags)).toEqual([{ purpose: "p" }, { purpose: "user-data-backups" }]);
    expect(synthesized.only("aws_backup_vault")).toMatchObject({
      kms_key_arn: expect.stringMatching(/aws_kms_key\.vault_key_/),
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(synthesized.only("aws_backup_vault_lock_configuration")).toMatchObject({
      changeable_for_days: 3,
      min_retention_days: 35,
      max_retention_days: 90,
    });
  });

  it("backs up what it was given, every day, and copies nothing elsewhere", () => {
    expect(synthesized.only("aws_backup_selection")["resources"]).toEqual(arns);
    const [rule] = synthesized.only("aws_backup_plan")["rule"];
    expect(rule).toMatchObject({ schedule: "cron(0 3 * * ? *)", lifecycle: { delete_after: 35 } });
    expect(rule).not.toHaveProperty("copy_action");
  });

  it("denies everybody deleting and copying", () => {
    const [statement] = Synthesized.statements(synthesized.only("aws_backup_vault_policy"));
    expect(statement).toMatchObject({ Effect: "Deny", Principal: "*" });
    expect(statement!["Action"]).toEqual(
      expect.arrayContaining([
        "backup:CopyFromBackupVault",
        "backup:CopyIntoBackupVault",
        "backup:DeleteRecoveryPoint",
      ]),
    );
    expect(statement).not.toHaveProperty("Condition");
  });

  it("fails when it would back up nothing", () => {
    const empty = () =>
      keyed((stack, key) => new LockedBackupVault(stack, "vault", { ...VAULT, sourceKey: key, resourceArns: [] }));
    expect(empty).toThrow(
      "[vault.nothing-selected] dublin/vault: 'resourceArns' must name what is backed up, got none",
    );
  });
});

describe("EbsEncryption", () => {
  const synthesized = keyed((stack, key) => new EbsEncryption(stack, "ebs", { key }));

  it("encrypts every volume by default, with the given key", () => {
    expect(synthesized.only("aws_ebs_encryption_by_default")["enabled"]).toBe(true);
    expect(synthesized.only("aws_ebs_default_kms_key")["key_arn"]).toEqual(KEY);
    expect(keyServices(synthesized, "GrantsForResources")).toEqual(["ec2.eu-west-1.amazonaws.com"]);
  });
});
