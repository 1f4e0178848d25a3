import { ALERTS } from "../../../constructs/audit/alerts";
import { AlertForwarding } from "../../../constructs/audit/alert-forwarding";
import { AuditTrail } from "../../../constructs/audit/audit-trail";
import { ConfigRecording } from "../../../constructs/audit/config-recording";
import { ThreatDetection } from "../../../constructs/audit/threat-detection";
import { DataKey } from "../../../constructs/encryption/data-key";
import { SINKS } from "../../support/sinks";
import { lockedStack, Synthesized } from "../../support/synth";

const stack = lockedStack();
const key = new DataKey(stack, "key", {
  purpose: "platform",
  description: "d",
  administratorArns: ["arn:aws:iam::222222222222:role/clover-deploy"],
});
new AuditTrail(stack, "trail", { sinks: SINKS });
new ConfigRecording(stack, "config", { sinks: SINKS });
new ThreatDetection(stack, "threats", { sinks: SINKS });
new AlertForwarding(stack, "alerts", { sinks: SINKS, key });
const synthesized = new Synthesized(stack);

describe("AuditTrail", () => {
  const trail = synthesized.only("aws_cloudtrail");

  it("records all regions into the monitor's archive under its key, in files that can be validated", () => {
    expect(trail).toMatchObject({
      name: "clover-dublin-audit",
      s3_bucket_name: SINKS.archiveBucket,
      s3_key_prefix: "dublin",
      kms_key_id: SINKS.keyArn,
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      enable_logging: true,
    });
  });

  it("records management, data and network activity, reads and writes alike", () => {
    const selectors = trail["advanced_event_selector"].map(({ field_selector }: any) =>
      Object.fromEntries(field_selector.map(({ field, equals }: any) => [field, equals[0]])),
    );
    expect(selectors).toEqual(
      expect.arrayContaining([
        { eventCategory: "Management" },
        { eventCategory: "Data", "resources.type": "AWS::S3::Object" },
        { eventCategory: "Data", "resources.type": "AWS::DynamoDB::Table" },
        { eventCategory: "NetworkActivity", eventSource: "kms.amazonaws.com" },
      ]),
    );
    expect(selectors.filter((selector: object) => "readOnly" in selector)).toEqual([]);
  });
});

describe("ConfigRecording", () => {
  it("records everything continuously, into the intake, with the service-linked role", () => {
    expect(synthesized.only("aws_config_configuration_recorder")).toMatchObject({
      recording_group: { all_supported: true, include_global_resource_types: true },
      recording_mode: { recording_frequency: "CONTINUOUS" },
      role_arn: expect.stringMatching(/aws_iam_service_linked_role/),
    });
    expect(synthesized.only("aws_config_delivery_channel")).toMatchObject({
      s3_bucket_name: SINKS.intakeBucket,
      s3_key_prefix: "dublin",
      s3_kms_key_arn: SINKS.keyArn,
    });
    expect(synthesized.only("aws_config_configuration_recorder_status")["is_enabled"]).toBe(true);
  });
});

describe("ThreatDetection", () => {
  it("publishes findings to the monitor every quarter of an hour", () => {
    expect(synthesized.only("aws_guardduty_detector")).toMatchObject({
      enable: true,
      finding_publishing_frequency: "FIFTEEN_MINUTES",
    });
    expect(synthesized.only("aws_guardduty_publishing_destination")).toMatchObject({
      destination_arn: SINKS.archiveBucketArn,
      kms_key_arn: SINKS.keyArn,
    });
    for (const feature of synthesized.all("aws_guardduty_detector_feature")) expect(feature["status"]).toBe("ENABLED");
  });
});

describe("AlertForwarding", () => {
  it("forwards every alert to the monitor's bus, and keeps what could not be delivered", () => {
    const rules = synthesized.all("aws_cloudwatch_event_rule");
    const targets = synthesized.all("aws_cloudwatch_event_target");
    const expected = Object.keys(ALERTS).map((name) => `clover-dublin-${name}`);
    expect(rules.map(({ name }) => name).sort()).toEqual(expected.sort());
    expect(targets).toHaveLength(rules.length);
    for (const rule of rules) expect(rule["state"]).toBe("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
    for (const target of targets) {
      expect(target["arn"]).toBe(SINKS.alertBusArn);
      expect(target["dead_letter_config"].arn).toMatch(/aws_sqs_queue/);
    }
  });

  it.each([
    ["trail-tampering", "StopLogging"],
    ["key-changes", "ScheduleKeyDeletion"],
    ["bucket-changes", "PutBucketPolicy"],
    ["config-stop", "StopConfigurationRecorder"],
    ["alert-removal", "DisableRule"],
    ["denied-access", "VpceAccessDenied"],
    ["root-use", "Root"],
    ["drift", "clover.drift"],
    ["threat-findings", "GuardDuty Finding"],
    ["console-sign-in", "AWS Console Sign In via CloudTrail"],
  ])("hears of %s: %s", (alert, word) => {
    expect(JSON.stringify(ALERTS[alert])).toContain(`"${word}"`);
  });

  it("lets its role put events onto that bus, and nothing else", () => {
    expect(Synthesized.statements(synthesized.only("aws_iam_role_policy"))).toEqual([
      { Sid: "Forward", Effect: "Allow", Action: "events:PutEvents", Resource: SINKS.alertBusArn },
    ]);
  });

  it("encrypts what could not be delivered, and takes it from this stack's own rules", () => {
    expect(synthesized.only("aws_sqs_queue")["kms_master_key_id"]).toMatch(/aws_kms_key/);
    const [rules] = Synthesized.statements(synthesized.only("aws_sqs_queue_policy"));
    expect(rules!["Condition"]).toEqual({
      ArnLike: { "aws:SourceArn": "arn:aws:events:eu-west-1:222222222222:rule/clover-dublin-*" },
      StringEquals: { "aws:SourceAccount": "222222222222" },
    });
  });

  it("raises an alarm that opens an incident when one could not be delivered", () => {
    expect(synthesized.only("aws_cloudwatch_metric_alarm")).toMatchObject({
      alarm_name: "clover-incident-alarm-dublin-undelivered-alerts",
      metric_name: "ApproximateNumberOfMessagesVisible",
      threshold: 1,
    });
  });
});
