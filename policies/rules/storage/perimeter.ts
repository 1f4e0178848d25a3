import { drainPath } from "../../../config/names";
import { ENCLAVE } from "../../../config/places";
import type { Question } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, notApplicable, type Verdict } from "../../verdict";
import { judgeAttached, type AttachedPolicy } from "../attached-policy";
import { beyond, type Permitted } from "../beyond";
import { declaredKind } from "../declared-kind";
import { worldOf } from "../estate-world";
import { GUARDED_STORES, type GuardedStore } from "./guarded-stores";
import { moversOf } from "./movers";

export const perimeter: EachResource = {
  kind: "each",
  id: "STO-004",
  title: "A store is reached by the organization alone, and restricted data only through the segment's endpoints",
  severity: "critical",
  controls: ["C22", "E37"],
  rationale:
    "Credentials leak. Where a store also asks for the organization and for the segment's own endpoint, what leaks opens nothing from outside.",
  remediation: "Build the store with EncryptedBucket or EncryptedTable and give it the segment's endpoints as doors.",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html",
    "https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/building-a-data-perimeter-on-aws.html",
  ],
  construct: "iam/access-perimeter",
  types: Object.keys(GUARDED_STORES),

  check(resource, context) {
    // The monitor's sinks take deliveries from other organizations, and are judged with the audit policies.
    if (declaredKind(context, resource.stack) === "monitor") return notApplicable(resource.root.at);
    const store = GUARDED_STORES[resource.type]!;
    return judgeAttached(resource, store, (policy) => {
      const organization = organizationOnly(resource, store, policy, context);
      return resource.dataClass === "restricted"
        ? all(organization, doorsOnly(resource, store, policy, context))
        : organization;
    });
  },
};

function organizationOnly(resource: Resource, store: GuardedStore, policy: AttachedPolicy, context: Context): Verdict {
  const { estate } = context;
  const own = worldOf(estate).organizationOf(resource.account) ?? estate.organization.id;
  return policy.mustDeny(
    about(resource, store, context, { actions: [store.everything] }),
    `a denial of everybody outside ${own}`,
    beyond(policy.document, [{ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": own } } }]),
  );
}

function doorsOnly(resource: Resource, store: GuardedStore, policy: AttachedPolicy, context: Context): Verdict {
  const endpoints = context.model.resourcesIn(resource.stack, "aws_vpc_endpoint");
  const ids = endpoints.map((endpoint) => endpoint.attribute("id")).filter((id) => typeof id === "string");
  const movers = moversOf(resource, context);
  const through: Permitted[] = [];
  if (ids.length > 0) through.push({ Principal: "*", Condition: { StringEquals: { "aws:SourceVpce": ids } } });
  if (movers.length > 0) through.push({ Principal: "*", Condition: { ArnEquals: { "aws:PrincipalArn": movers } } });
  through.push(...drainExport(resource, context));
  return policy.mustDeny(
    about(resource, store, context, { actions: store.data, context: { "aws:ViaAWSService": ["false"] } }),
    "a denial of whatever does not come through the segment's endpoints",
    beyond(policy.document, through),
  );
}

/** A draining enclave's table is exported by the drain, whose role acts from outside the segment. */
function drainExport({ stack }: Resource, { estate }: Context): readonly Permitted[] {
  if (stack !== ENCLAVE || estate.enclave.phase !== "draining") return [];
  const Condition = { ArnEquals: { "aws:PrincipalArn": drainPath(estate).operatorRoleArn } };
  return [{ Principal: "*", Action: ["dynamodb:ExportTableToPointInTime"], Condition }];
}

/** Services on their own behalf come from no organization and through no endpoint; their grants are judged apart. */
function about(
  resource: Resource,
  { within }: GuardedStore,
  { estate }: Context,
  question: Pick<Question, "actions" | "context">,
): Question {
  const arn = String(resource.attribute("arn"));
  return {
    principals: [{ kind: "anonymous" }, { kind: "outside", accounts: [] }],
    resources: [arn, arn + within],
    world: worldOf(estate, resource.account),
    ...question,
  };
}
