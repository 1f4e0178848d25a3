import { AlertBus } from "../../../constructs/audit/alert-bus";
import { AuditArchive } from "../../../constructs/audit/audit-archive";
import { DataKey } from "../../../constructs/encryption/data-key";
import { SINKS, SOURCES } from "../../support/sinks";
import { lockedStack, Synthesized, type Block } from "../../support/synth";

const ADMIN = "arn:aws:iam::999999999999:role/clover-deploy";
const SOURCE = SOURCES[0]!;
const PROPS = { source: SOURCE, sinks: SINKS, retentionDays: 2555, administratorArns: [ADMIN] };

function archiveWith(props: Partial<typeof PROPS> = {}): Synthesized {
  const stack = lockedStack(SINKS.place, "monitor");
  new AuditArchive(stack, "archive", { ...PROPS, ...props });
  return new Synthesized(stack);
}

const synthesized = archiveWith();
const policyOf = (bucket: string) =>
  Synthesized.statements(
    synthesized.all("aws_s3_bucket_policy").find((policy) => policy["policy"].includes(`:::${bucket}"`))!,
  );
const archive = policyOf(SINKS.archiveBucket);
const intake = policyOf(SINKS.intakeBucket);
const writes = (statements: readonly Block[], service: string) =>
  statements.filter(
    ({ Effect, Principal, Action }) => Effect === "Allow" && Principal.Service === service && Action === "s3:PutObject",
  );

describe("AuditArchive", () => {
  it("is write-once for as long as it was told", () => {
    expect(synthesized.only("aws_s3_bucket_object_lock_configuration")["rule"]).toEqual({
      default_retention: { mode: "COMPLIANCE", days: 2555 },
    });
    const locked = synthesized.all("aws_s3_bucket").filter((bucket) => bucket["object_lock_enabled"]);
    expect(locked.map(({ bucket }) => bucket)).toEqual([SINKS.archiveBucket]);
  });

  it("takes the account's trail under that account's own prefix, from that very trail", () => {
    expect(writes(archive, "cloudtrail.amazonaws.com").map(({ Resource, Condition }) => [Resource, Condition])).toEqual(
      [
        [
          `${SINKS.archiveBucketArn}/dublin/AWSLogs/222222222222/*`,
          { StringEquals: { "aws:SourceArn": SOURCE.trailArn } },
        ],
      ],
    );
  });

  it("takes flow and query logs bound to account and log source", () => {
    expect(writes(archive, "delivery.logs.amazonaws.com").map(({ Condition }) => Condition)).toEqual([
      {
        StringEquals: { "aws:SourceAccount": "222222222222" },
        ArnLike: { "aws:SourceArn": "arn:aws:logs:eu-west-1:222222222222:*" },
      },
    ]);
  });

  it("takes findings under no prefix, bound to account and detector", () => {
    expect(writes(archive, "guardduty.amazonaws.com").map(({ Resource, Condition }) => [Resource, Condition])).toEqual([
      [
        `${SINKS.archiveBucketArn}/*`,
        {
          StringEquals: { "aws:SourceAccount": "222222222222" },
          ArnLike: { "aws:SourceArn": "arn:aws:guardduty:eu-west-1:222222222222:detector/*" },
        },
      ],
    ]);
  });

  it("takes Config into the intake alone, which replicates into the archive", () => {
    expect(writes(archive, "config.amazonaws.com")).toEqual([]);
    expect(writes(intake, "config.amazonaws.com").map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { "aws:SourceAccount": "222222222222" } },
    ]);
    const [rule] = synthesized.only("aws_s3_bucket_replication_configuration")["rule"];
    expect(rule).toMatchObject({ status: "Enabled", destination: { bucket: SINKS.archiveBucketArn } });
  });

  it("asks no producer for an object ACL", () => {
    expect(JSON.stringify([archive, intake])).not.toContain("s3:x-amz-acl");
  });

  it("lets no producer read", () => {
    const allowed = [...archive, ...intake].filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => Action);
    expect(allowed.filter((action: string) => /GetObject/.test(action))).toEqual([]);
  });

  it.each([
    ["archive", archive],
    ["intake", intake],
  ])(
    "lets nobody delete from the %s, nobody but the monitor read, and nobody but its administrators change it",
    (_name, statements) => {
      const denied = Object.fromEntries(statements.filter(({ Effect }) => Effect === "Deny").map((s) => [s["Sid"], s]));
      expect(denied["NobodyDeletes"]).not.toHaveProperty("Condition");
      expect(denied["NobodyDeletes"]!["Action"]).toEqual(
        expect.arrayContaining(["s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"]),
      );
      expect(denied["MonitorReads"]!["Condition"].StringNotEquals).toEqual({ "aws:PrincipalAccount": "999999999999" });
      expect(denied["AdministratorsChange"]).toMatchObject({
        NotAction: ["s3:Get*", "s3:List*"],
        Resource: expect.stringMatching(/^arn:aws:s3:::[^/]+$/),
        Condition: { ArnNotEquals: { "aws:PrincipalArn": [ADMIN] } },
      });
    },
  );

  it("has a key that each service uses for the declared account, and none but the monitor decrypts with through S3", () => {
    const statements = Synthesized.statements(synthesized.only("aws_kms_key"));
    const bySid = Object.fromEntries(statements.map((statement) => [statement["Sid"], statement]));
    expect(bySid["Trail"]!["Condition"]).toEqual({
      StringEquals: { "aws:SourceArn": SOURCE.trailArn },
      StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": SOURCE.trailArn },
    });
    expect(bySid["Findings"]!["Action"]).toEqual(["kms:GenerateDataKey"]);
    expect(bySid["Config"]!["Action"]).toEqual(["kms:Decrypt", "kms:GenerateDataKey"]);
    expect(bySid["UseThroughServices"]!["Condition"].StringEquals["kms:CallerAccount"]).toBe("999999999999");
    expect(statements.filter(({ Principal }) => Principal.AWS && Principal.AWS !== "*").map(({ Sid }) => Sid)).toEqual([
      "Administration",
      "ReadConfiguration",
    ]);
  });

  it("fails when the retention is shorter than a year", () => {
    expect(() => archiveWith({ retentionDays: 364 })).toThrow(
      "[archive.retention] monitor/archive: 'retentionDays' must be at least 365, got 364",
    );
  });

  it("fails when the source was told of another archive", () => {
    const sinks = { ...SINKS, archiveBucketArn: "arn:aws:s3:::somewhere-else" };
    expect(() => archiveWith({ sinks })).toThrow(
      "[archive.foreign-sink] monitor/archive: 'sinks' must name arn:aws:s3:::clover-monitor-dublin-archive-999999999999",
    );
  });
});

describe("AlertBus", () => {
  const stack = lockedStack(SINKS.place, "monitor");
  const key = new DataKey(stack, "key", { purpose: "platform", description: "d", administratorArns: [ADMIN] });
  new AlertBus(stack, "alerts", { sources: SOURCES, key });
  const bus = new Synthesized(stack);

  it("takes events from the forwarding roles of the declared accounts alone", () => {
    expect(Synthesized.statements(bus.only("aws_cloudwatch_event_bus_policy"))).toEqual([
      expect.objectContaining({
        Action: "events:PutEvents",
        Principal: { AWS: SOURCES.map(({ account }) => account) },
        Condition: { ArnEquals: { "aws:PrincipalArn": SOURCES.map(({ alertRoleArn }) => alertRoleArn) } },
      }),
    ]);
  });

  it("is the bus that the sources were told of, encrypted, and loses nothing while nobody reads", () => {
    expect(bus.only("aws_cloudwatch_event_bus")).toMatchObject({
      name: SINKS.alertBusArn.split("/")[1],
      kms_key_identifier: expect.stringMatching(/aws_kms_key/),
    });
    expect(bus.only("aws_cloudwatch_event_target")["dead_letter_config"].arn).toMatch(/aws_sqs_queue/);
    const queues = bus.all("aws_sqs_queue");
    expect(queues.map(({ name }) => name).sort()).toEqual(["clover-monitor-alerts", "clover-monitor-unread-alerts"]);
    for (const queue of queues) {
      expect(queue).toMatchObject({
        message_retention_seconds: 1209600,
        kms_master_key_id: expect.stringMatching(/aws_kms_key/),
      });
    }
  });

  it("fills its queues with what its one rule sends, and with nothing in clear", () => {
    const policies = bus.all("aws_sqs_queue_policy").map((policy) => Synthesized.statements(policy));
    expect(policies).toHaveLength(2);
    for (const statements of policies) {
      expect(statements.map(({ Sid, Effect, Condition }) => [Sid, Effect, Condition])).toEqual([
        [
          "AlertsOfThisBus",
          "Allow",
          {
            ArnEquals: {
              "aws:SourceArn":
                "arn:aws:events:eu-west-2:999999999999:rule/clover-monitor-alerts/clover-monitor-every-alert",
            },
            StringEquals: { "aws:SourceAccount": "999999999999" },
          },
        ],
        ["InsecureTransport", "Deny", { Bool: { "aws:SecureTransport": "false" } }],
      ]);
    }
  });

  it("raises an alarm when nobody takes an alert for a day, and when one does not reach the queue", () => {
    const alarms = bus.all("aws_cloudwatch_metric_alarm");
    expect(alarms.map(({ alarm_name, metric_name, threshold }) => [alarm_name, metric_name, threshold]).sort()).toEqual(
      [
        ["clover-incident-alarm-monitor-alerts", "ApproximateAgeOfOldestMessage", 86400],
        ["clover-incident-alarm-monitor-unread-alerts", "ApproximateNumberOfMessagesVisible", 1],
      ],
    );
  });
});
