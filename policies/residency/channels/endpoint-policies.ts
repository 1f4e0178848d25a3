import { auditSinks } from "../../../config/names";
import { declaredPlaces } from "../../context";
import { parsePolicy } from "../../access/document";
import type { Question } from "../../access/question";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { beyond, type Permitted } from "../../rules/beyond";
import { documentIn } from "../../rules/policy-values";
import { ask } from "../ask";
import type { Atlas } from "../atlas";
import { at, type Channel, type Passage, type Surroundings } from "../channel";

/** An account that nobody has. */
const NOBODY = "000000000000";
/** An organization that is not the operator's. */
const FOREIGN = "o-0000000000";
/** With which a workload hands something to somebody else's resource. */
const HANDING_OVER = [
  "dynamodb:*Put*",
  "dynamodb:*Write*",
  "dynamodb:Update*",
  "events:Put*",
  "firehose:Put*",
  "kinesis:Put*",
  "lambda:Invoke*",
  "logs:Put*",
  "s3:Put*",
  "secretsmanager:Put*",
  "sns:Publish*",
  "sqs:Send*",
  "ssm:Put*",
];

/** What a network's endpoints of AWS's services let through. */
export const endpointPolicies: readonly Channel[] = [
  {
    title: "VPC endpoint policy",
    types: ["aws_vpc_endpoint", "aws_vpc_endpoint_policy"],
    moves: "access",
    what: "Through an endpoint, workloads reach resources of other accounts, or act as principals of other accounts",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    claims: ["policy"],
    find: opened,
  },
];

function* opened(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const value = resource.value("policy");
  if (!takesPolicy(resource)) return;
  const from = atlas.place(resource);
  if (value.isAbsent && resource.companions("aws_vpc_endpoint_policy", "vpc_endpoint_id").length > 0) return;
  const document = documentOf(value, resource, atlas);
  for (const { question, but, who } of questions(resource, atlas)) {
    const found = ask(beyond(document, but), question, NOBODY, atlas.context.estate);
    const grant = found.find(({ answer }) => answer === "yes") ?? found[0];
    const path = grant?.statement ? `.Statement[${grant.statement.index}]` : "";
    const to = grant?.answer === "yes" ? atlas.everyone(who) : atlas.unknown(grant?.why ?? "a policy");
    yield { from, to: grant ? to : from, at: at(value, path) };
    if (grant) return;
  }
}

/** Gateway Load Balancer endpoints and endpoints of other people's services take none. */
function takesPolicy(resource: Resource): boolean {
  if (resource.type !== "aws_vpc_endpoint") return true;
  const type = resource.value("vpc_endpoint_type");
  const service = resource.value("service_name").text ?? "";
  return type.is("GatewayLoadBalancer", "Resource", "ServiceNetwork") !== "yes" && !/\.vpce-svc-/.test(service);
}

/** What is granted beyond the stack's own archive; without a policy, everything. */
function documentOf(value: Value, { stack }: Resource, { context }: Atlas) {
  if (value.isAbsent || value.data === "") {
    return parsePolicy({ Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } });
  }
  const isDeclared = declaredPlaces(context.estate).some((place) => place.stack === stack);
  if (!isDeclared) return documentIn(value);
  const { archiveBucketArn, alertBusArn } = auditSinks(context.estate, stack);
  const monitors = [`${archiveBucketArn}/*`, alertBusArn];
  return beyond(documentIn(value), [{ Principal: "*", Resource: monitors }]);
}

interface Asked {
  readonly who: string;
  readonly question: Omit<Question, "world">;
  /** What is not asked about. */
  readonly but: readonly Permitted[];
}

function questions({ account }: Resource, { context }: Atlas): readonly Asked[] {
  const { estate } = context;
  const operated = declaredPlaces(estate).map((place) => place.account);
  const common = { actions: HANDING_OVER, resources: ["*"] };
  const ours: Permitted = {
    Principal: "*",
    Condition: { StringEquals: { "aws:PrincipalOrgID": estate.organization.id } },
  };
  return [
    {
      who: "principals of any account",
      question: { ...common, principals: [{ kind: "outside", accounts: operated }, { kind: "anonymous" }] },
      but: [ours],
    },
    {
      who: "resources of any account",
      question: { ...common, principals: [{ kind: "account", account }], context: { "aws:ResourceOrgID": [FOREIGN] } },
      but: [],
    },
  ];
}
