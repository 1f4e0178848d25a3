import type { Estate } from "../../../config/estate";
import { auditSinks } from "../../../config/names";
import { grants } from "../../access/question";
import type { Context } from "../../context";
import type { Model } from "../../model/model";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { beyond, type Permitted } from "../beyond";
import { worldOf } from "../estate-world";
import { nothingGranted } from "../nothing-granted";
import { documentIn } from "../policy-values";
import { once } from "../../once";
import { segmentOf } from "./segments";

const ANYBODY = [{ kind: "anonymous" }, { kind: "federated" }, { kind: "outside", accounts: [] }] as const;

export const endpointPolicies: EachResource = {
  kind: "each",
  id: "ISO-016",
  title: "An endpoint lets the organization's principals through, to the organization's resources, and nobody else",
  severity: "critical",
  controls: ["C22"],
  rationale:
    "An endpoint without a policy is a way out: credentials of another organization, smuggled in, copy a user's data into that organization's bucket without leaving AWS's network.",
  remediation: "Let PrivateEndpoints make the endpoint, with its perimeter policy.",
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html",
  ],
  construct: "network/private-endpoints",
  types: ["aws_vpc_endpoint"],

  check(endpoint, context) {
    const companions = endpoint.companions("aws_vpc_endpoint_policy", "vpc_endpoint_id");
    const written = [endpoint, ...companions].map((one) => one.value("policy")).filter((value) => !value.isAbsent);
    const [policy, ...others] = written;
    if (!policy) return fail(endpoint.root.at, "no policy, which allows everything", "a policy");
    if (others.length > 0) return undecided(policy.at, "several, of which one replaces the others", "one policy");
    const text = JSON.stringify(policy.data);
    const strict = proven(context.model).get(text) ?? isPerimeter(policy, context, []);
    proven(context.model).set(text, strict);
    return strict.outcome === "pass" ? pass(policy.at) : isPerimeter(policy, context, exceptions(endpoint, context));
  },
};

/** Most endpoints carry the same document: it is proven once. */
const proven = once((_: Model) => new Map<string, Verdict>());

function isPerimeter(policy: Value, { estate }: Context, excepted: readonly Permitted[]): Verdict {
  const document = documentIn(policy);
  const question = { principals: ANYBODY, actions: ["*"], resources: ["*"], world: worldOf(estate) };
  const ours = (key: string): Permitted => ({
    Principal: "*",
    Condition: { StringEquals: { [key]: estate.organization.id } },
  });
  const toOthers = grants(beyond(document, [ours("aws:PrincipalOrgID")]), question);
  const elsewhere = grants(beyond(document, [ours("aws:ResourceOrgID"), ...excepted]), question);
  return all(
    nothingGranted(policy.at, toOthers, "no grant to anybody outside the organization"),
    nothingGranted(policy.at, elsewhere, "no grant of anything outside the organization"),
  );
}

/** What is outside the organization and may be reached: the monitor's sinks, to write, and AWS's own image layers, to read. */
function exceptions(endpoint: Resource, context: Context): readonly Permitted[] {
  const layers = `arn:${endpoint.partition}:s3:::prod-${endpoint.region}-starport-layer-bucket/*`;
  const sinks = segmentOf(context, endpoint.stack) ? sinksOf(context.estate, endpoint.stack) : [];
  return [
    { Principal: "*", Action: ["s3:GetObject"], Resource: [layers] },
    ...sinks.map((bucket) => ({
      Principal: "*" as const,
      Action: ["s3:PutObject"],
      Resource: [`${bucket}/${endpoint.stack}/*`],
    })),
  ];
}

function sinksOf(estate: Estate, stack: string): readonly string[] {
  const { archiveBucketArn, intakeBucketArn } = auditSinks(estate, stack);
  return [archiveBucketArn, intakeBucketArn];
}
