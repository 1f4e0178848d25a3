import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Construct } from "constructs";
import type { Estate } from "../../config/estate";
import { regionsOf } from "../../config/geography";
import { archivePurpose, auditSinks, auditSources, type AuditSource } from "../../config/names";
import type { Place } from "../../config/place";
import { TRAIL_EVENT } from "../../config/trail-event";
import type { FunctionBundle } from "../../functions/function-bundle";
import type { DataKey } from "../encryption/data-key";
import { EncryptedQueue } from "../encryption/encrypted-queue";
import { functionAlarms } from "../functions/function-alarms";
import type { SignedCode } from "../functions/signed-code";
import { SignedFunction } from "../functions/signed-function";
import type { Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { tellingAs } from "./telling";

const TIMEOUT_SECONDS = 300;

export interface TrailAlertsProps {
  readonly estate: Estate;
  readonly bundle: FunctionBundle;
  readonly code: SignedCode;
  readonly key: DataKey;
  /** The monitor's bus. */
  readonly busName: string;
}

/**
 * Guarantee: what an account's trail records in a region in which the account has no rules, the partition's first among
 * them, is told on the monitor's bus as soon as the trail's file has arrived, some minutes after it happened: use of root
 * and of the role for emergencies, sign-ins, denied calls, changes of the organization and of identities. A file that
 * cannot be read raises an alarm, and so does one of which the function could not be told, which waits in a queue.
 *
 * Emits a `SignedFunction`; for each archive an `aws_cloudwatch_event_rule`, target and `aws_lambda_permission`; an
 * `EncryptedQueue` for files that the function could not be told of, and two `aws_cloudwatch_metric_alarm`.
 * Controls: D36, E41, E42.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
export class TrailAlerts extends Construct {
  constructor(scope: Construct, id: string, { estate, bundle, code, key, busName }: TrailAlertsProps) {
    super(scope, id);
    const sources = auditSources(estate);
    const told = new SignedFunction(this, "function", {
      bundle,
      code,
      key,
      description: "Tells what trails record where their accounts have no rules",
      dataClass: "audit",
      permissions: permissions(estate, RegionLock.of(this)),
      environment: {
        PREFIX: estate.organization.prefix,
        ACCOUNT: estate.monitor.account,
        BUS: busName,
        STACKS: sources.map(({ stack }) => stack).join(","),
        BREAK_GLASS: estate.organization.breakGlassRoleArn,
      },
      timeoutSeconds: TIMEOUT_SECONDS,
    });
    const untold = this.queueOfUntold(bundle.name, key);
    for (const source of sources) this.tellOf(source, auditSinks(estate, source.stack).archiveBucket, told, untold);
    functionAlarms(this, told, "A file of a trail cannot be read, or what it records not be told");
  }

  /** Of every region but the account's own: what is recorded there, its rules have told already, and twice is not better. */
  private tellOf(source: AuditSource, bucket: string, told: SignedFunction, untold: EncryptedQueue): void {
    const { stack, account } = source;
    const beginnings = beginningsOfOthers(source);
    if (beginnings.length === 0) return;
    const lock = RegionLock.of(this);
    const key = beginnings.map((beginning) => ({ prefix: `${stack}/AWSLogs/${account}/CloudTrail/${beginning}` }));
    const eventPattern = JSON.stringify({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: [bucket] }, object: { key } },
    });
    // It says what is listened for, and not where anything goes.
    lock.admit(eventPattern);
    const rule = new CloudwatchEventRule(this, `of-${stack}`, {
      name: lock.name(`trail-alerts-${stack}`),
      description: `What the trail of ${stack} has recorded where the account has no rules`,
      eventPattern,
    });
    const permission = new LambdaPermission(this, `of-${stack}-permission`, {
      functionName: told.lambda.functionName,
      action: "lambda:InvokeFunction",
      principal: "events.amazonaws.com",
      sourceArn: rule.arn,
      sourceAccount: lock.place.account,
    });
    new CloudwatchEventTarget(this, `of-${stack}-target`, {
      rule: rule.name,
      targetId: "trail-alerts",
      arn: told.arn,
      deadLetterConfig: { arn: untold.queue.arn },
      dependsOn: [permission],
    });
  }

  private queueOfUntold(name: string, key: DataKey): EncryptedQueue {
    const lock = RegionLock.of(this);
    const purpose = `${name}-untold`;
    const ofThisAccount = { StringEquals: { "aws:SourceAccount": lock.place.account } };
    key.allowService("TrailAlerts", "events.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"], ofThisAccount);
    return new EncryptedQueue(this, "untold", {
      purpose,
      key,
      dataClass: "audit",
      holds: "failures",
      statements: [
        {
          Sid: "RulesOfArrivals",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: lock.arn("sqs", lock.name(purpose)),
          Condition: {
            ArnLike: { "aws:SourceArn": lock.arn("events", `rule/${lock.name(`${name}-*`)}`) },
            ...ofThisAccount,
          },
        },
      ],
    });
  }
}

/**
 * The shortest beginnings that all other regions of a partition have and this one has not: a pattern cannot leave one out,
 * and a list of all regions is longer than a pattern may be.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
function beginningsOfOthers({ partition, region }: Place): readonly string[] {
  const others = regionsOf(partition).filter((code) => code !== region);
  const beginnings = others.map((code) => {
    const unlike = [...`${code}/`].findIndex((letter, index) => letter !== `${region}/`[index]);
    return `${code}/`.slice(0, unlike + 1);
  });
  return [...new Set(beginnings)].sort();
}

/** Reads the files of trails, in every archive, under the archive's own key, and tells of them in its own name alone. */
function permissions(estate: Estate, lock: RegionLock): readonly Statement[] {
  const archives = lock.bucketName(archivePurpose("*"));
  return [
    {
      Sid: "Read",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: lock.bucketArn(archives, "*/AWSLogs/*/CloudTrail/*"),
    },
    {
      Sid: "Keys",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: auditSources(estate).map(({ stack }) => auditSinks(estate, stack).keyArn),
      Condition: { StringEquals: { "kms:ViaService": lock.endpoint("s3") } },
    },
    tellingAs(TRAIL_EVENT.source, estate),
  ];
}
