import { hasPassed } from "../../config/calendar";
import { DATA_CLASSES, type Access, type DataClass, type Flow, type Mechanism } from "../../config/estate";
import { auditSinks, auditSources, drainPath, type AuditSinks } from "../../config/names";
import { ENCLAVE, monitorPlace } from "../../config/places";
import type { Resource } from "../model/resource";
import { actingFor } from "../rules/acting-for";
import type { Permitted } from "../rules/beyond";
import type { Atlas } from "./atlas";

/** What the destination of the enclave's replicas must let the replication role do. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
const REPLICATES = [
  "s3:GetBucketVersioning",
  "s3:ListBucket",
  "s3:ObjectOwnerOverrideToBucketOwner",
  "s3:ReplicateDelete",
  "s3:ReplicateObject",
  "s3:ReplicateTags",
];
const ENCRYPTS = ["kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"];

/** An account that a resource's own policy may let in, and for what. */
export interface Guest {
  readonly account: string;
  /** The declaration, e.g. `flow enclave-drain`. */
  readonly by: string;
  readonly may: readonly Permitted[];
}

export interface Guests {
  readonly certain: readonly Guest[];
  /** Where it cannot be known whether it is this resource that the declaration is about. */
  readonly perhaps: readonly Guest[];
}

/** What the estate declares, as far as it is in force today. */
export class Declared {
  /** By the ARN of what the monitor keeps. */
  private delivering: ReadonlyMap<string, readonly Guest[]> | undefined;

  constructor(private readonly atlas: Atlas) {}

  private get estate() {
    return this.atlas.context.estate;
  }

  /** A flow that is in force and covers data of this class. */
  flow(from: string, to: string, mechanism: Mechanism, holds: DataClass | undefined): Flow | undefined {
    return this.estate.flows.find(
      (flow) =>
        flow.from === from &&
        flow.to === to &&
        flow.mechanism === mechanism &&
        this.isInForce(flow) &&
        (holds === undefined || DATA_CLASSES.indexOf(flow.dataClass) <= DATA_CLASSES.indexOf(holds)),
    );
  }

  /** The flow by which the enclave is drained, when it is in force. */
  get drain(): Flow | undefined {
    return this.flow(ENCLAVE, this.estate.enclave.drainTarget, "s3-replication", undefined);
  }

  /** How flows call an account: a site or a counterparty. */
  party(account: string | undefined): string | undefined {
    if (account === undefined) return undefined;
    const counterparty = this.estate.counterparties.find((each) => each.account === account);
    return counterparty?.id ?? this.atlas.stackOf(account);
  }

  accessesAt(stack: string): readonly Access[] {
    return this.estate.accesses.filter((access) => access.at === stack && this.isInForce(access));
  }

  /** Where a stack's audit logs go; nothing when audit data may not be with the monitor today. */
  sinks(stack: string): AuditSinks | undefined {
    const { monitor } = this.estate;
    const basis = monitor.transferBasis;
    const isProtected = this.atlas.isProtected(monitorPlace(this.estate).country);
    if (!isProtected && !(basis && this.isInForce(basis))) return undefined;
    return monitor.archiveKeyArns[stack] === undefined ? undefined : auditSinks(this.estate, stack);
  }

  /** Whom a resource's own policy may let in from other accounts. */
  guests(resource: Resource): Guests {
    const { certain, perhaps } = this.deliveries(resource);
    return { certain: [...this.replicas(resource), ...certain], perhaps };
  }

  private isInForce({ expires }: { readonly expires: string }): boolean {
    return !hasPassed(expires, this.atlas.context.today);
  }

  private *replicas(resource: Resource): Generator<Guest> {
    const { drain } = this;
    if (!drain) return;
    const path = drainPath(this.estate);
    const grant = (Action: readonly string[]): Guest => ({
      account: path.sourceAccount,
      by: `flow ${drain.id}`,
      may: [{ Principal: "*", Action, Condition: { ArnEquals: { "aws:PrincipalArn": [path.replicationRoleArn] } } }],
    });
    if (resource.attribute("arn") === path.targetBucketArn) yield grant(REPLICATES);
    if (resource === this.keyOf(path.targetKeyAliasArn)) yield grant(ENCRYPTS);
  }

  private deliveries(resource: Resource): Guests {
    if (resource.account !== monitorPlace(this.estate).account) return { certain: [], perhaps: [] };
    this.delivering ??= this.deliveriesByArn();
    const certain = this.delivering.get(String(resource.attribute("arn")));
    if (certain) return { certain, perhaps: [] };
    const perhaps = [...this.delivering].filter(([arn]) => resource.has("arn", arn) === "unknown");
    return { certain: [], perhaps: perhaps.flatMap(([, guests]) => guests) };
  }

  private deliveriesByArn(): ReadonlyMap<string, readonly Guest[]> {
    const guests = new Map<string, Guest[]>();
    for (const { stack, account, alertRoleArn } of auditSources(this.estate)) {
      const sinks = this.sinks(stack);
      if (!sinks) continue;
      const add = (arn: string, may: readonly Permitted[]) => {
        guests.set(arn, [...(guests.get(arn) ?? []), { account, by: "monitor", may }]);
      };
      const { archiveBucketArn, intakeBucketArn, keyArn, alertBusArn } = sinks;
      for (const arn of new Set([archiveBucketArn, intakeBucketArn, keyArn])) add(arn, actingFor([account]));
      const Condition = { ArnEquals: { "aws:PrincipalArn": [alertRoleArn] } };
      add(alertBusArn, [{ Principal: "*", Action: ["events:PutEvents"], Condition }]);
    }
    return guests;
  }

  private keyOf(alias: string): Resource | undefined {
    const named = this.atlas.named(alias);
    const target = named?.value("target_key_id").text;
    return target === undefined ? undefined : named?.find(target, "aws_kms_key");
  }
}
