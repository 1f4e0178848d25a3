import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { Construct } from "constructs";
import type { DataClass } from "../../config/estate";
import type { FunctionBundle } from "../../functions/function-bundle";
import type { DataKey } from "../encryption/data-key";
import { EncryptedLogGroup } from "../encryption/encrypted-log-group";
import { EncryptedQueue } from "../encryption/encrypted-queue";
import { policyDocument, serviceTrust, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { FunctionNetwork, type FunctionSegment } from "./function-network";
import type { SignedCode } from "./signed-code";

/** What the bundles are made for. @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
const RUNTIME = "nodejs22.x";
const MEMORY_MEGABYTES = 512;
/** A year and a month. */
const LOG_DAYS = 400;
/** Functions here run on a schedule, an alert or a file: one at a time is enough, and a flood of events cannot starve others. */
const CONCURRENCY = 1;

export interface SignedFunctionProps {
  readonly bundle: FunctionBundle;
  readonly code: SignedCode;
  /** Encrypts the function's environment, its logs and what it could not handle. */
  readonly key: DataKey;
  /** What the function is for, shown in the console. */
  readonly description: string;
  /** The highest class of what the function sees, and so may log. */
  readonly dataClass: DataClass;
  /** What the function may do, besides writing its own log. */
  readonly permissions: readonly Statement[];
  /** Names and settings, never secrets. */
  readonly environment: Readonly<Record<string, string>>;
  /** At most 900. */
  readonly timeoutSeconds: number;
  /** The segment that the function runs in. Absent in accounts that have none. */
  readonly segment?: FunctionSegment;
}

/**
 * Guarantee: a function that runs signed code in a role of its own; its environment, logs and failed
 * events are encrypted with the given key, on which Lambda takes a grant as the function is deployed; where there is a
 * segment, it runs in that segment's subnets, within its boundary, and reaches the segment's endpoints alone.
 *
 * Emits `aws_lambda_function`, its `aws_iam_role` and policy, an `EncryptedLogGroup`, an `EncryptedQueue` for
 * events that it could not handle and, in a segment, a `FunctionNetwork`.
 * Controls: B10, B15, C20, H57, H60, H61, H62, H63.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-security.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
 */
export class SignedFunction extends Construct {
  /** Computed. */
  readonly arn: string;
  readonly name: string;
  /** Computed. */
  readonly roleArn: string;
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: SignedFunctionProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    const { bundle, code, key, segment } = props;
    this.name = lock.name(bundle.name);
    this.arn = lock.arn("lambda", `function:${this.name}`);
    this.roleArn = lock.roleArn(this.name);
    key.allowGrantsThrough("lambda");
    const logs = new EncryptedLogGroup(this, "logs", {
      purpose: bundle.name,
      key,
      dataClass: props.dataClass,
      retentionDays: LOG_DAYS,
    });
    const unhandled = new EncryptedQueue(this, "unhandled", {
      purpose: `${bundle.name}-unhandled`,
      key,
      dataClass: props.dataClass,
      holds: "failures",
    });
    const network = segment && new FunctionNetwork(this, "network", { name: bundle.name, segment });
    const { role, policy } = this.executionRole(props, [
      ...ownWork({ logGroup: logs.name, queueArn: unhandled.arn, key, lock }),
      ...(network?.permissions ?? []),
    ]);
    const artifact = code.sign(bundle);
    this.lambda = new LambdaFunction(this, "function", {
      functionName: this.name,
      description: props.description,
      role: role.arn,
      runtime: RUNTIME,
      architectures: ["arm64"],
      handler: "index.handler",
      s3Bucket: artifact.bucket,
      s3Key: artifact.key,
      codeSigningConfigArn: code.signingConfigArn,
      kmsKeyArn: key.arn,
      memorySize: MEMORY_MEGABYTES,
      timeout: props.timeoutSeconds,
      reservedConcurrentExecutions: CONCURRENCY,
      environment: { variables: { ...props.environment } },
      deadLetterConfig: { targetArn: unhandled.queue.arn },
      loggingConfig: { logFormat: "JSON", logGroup: logs.name },
      vpcConfig: network?.configuration,
      tags: { "data-class": props.dataClass },
      dependsOn: [policy],
    });
  }

  private executionRole(props: SignedFunctionProps, own: readonly Statement[]) {
    const role = new IamRole(this, "role", {
      name: this.name,
      description: props.description,
      assumeRolePolicy: serviceTrust("lambda.amazonaws.com"),
      permissionsBoundary: props.segment?.boundary.arn,
    });
    const policy = new IamRolePolicy(this, "permissions", {
      name: "work",
      role: role.name,
      policy: policyDocument([...own, ...props.permissions]),
    });
    return { role, policy };
  }
}

interface OwnWork {
  readonly logGroup: string;
  readonly queueArn: string;
  readonly key: DataKey;
  readonly lock: RegionLock;
}

/** What Lambda does in the function's role: it writes its log, and keeps what the function could not handle. */
function ownWork({ logGroup, queueArn, key, lock }: OwnWork): readonly Statement[] {
  return [
    {
      Sid: "OwnLog",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: lock.arn("logs", `log-group:${logGroup}:*`),
    },
    { Sid: "Unhandled", Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn },
    {
      Sid: "UnhandledKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: key.arn,
      Condition: { StringEquals: { "kms:ViaService": lock.endpoint("sqs") } },
    },
  ];
}
