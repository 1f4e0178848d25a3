import { deniesAll, grantsAny } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, type Verdict } from "../../verdict";
import { allDenied } from "../all-denied";
import { beyond } from "../beyond";
import { denialOf, type Permitted } from "../denial-of";
import { worldOf } from "../estate-world";
import { nothingGranted } from "../nothing-granted";
import { policiesOf } from "../policy-values";
import { boundariesOf, segmentsOf } from "./boundaries";
import { ADMINISTRATION, DATA_PLANE, FROM_ANYWHERE, LAMBDA_ITSELF, THROUGH_A_NETWORK } from "./boundary-limits";

export const narrowBoundary: WholeEstate = {
  kind: "whole",
  id: "IDN-007",
  title:
    "Every segment has a boundary that keeps its roles in their region, their organization and their network, and from administration",
  severity: "high",
  controls: ["A2", "E39", "H62"],
  rationale:
    "A workload that is taken over can do what its role may do. A boundary limits that to the data of the organization, in its own region, from inside a network, whatever policy the role is given later.",
  remediation: "Build the segment's WorkloadBoundary.",
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"],
  construct: "identity/workload-boundary",

  check(context) {
    const segments = segmentsOf(context);
    const none = [notApplicable({ stack: context.model.stacks[0] ?? "", address: "stack", jsonPath: "" })];
    return segments.length === 0 ? none : segments.flatMap((stack) => boundaryOf(stack, context));
  },
};

function boundaryOf(stack: string, context: Context): readonly Verdict[] {
  const boundaries = boundariesOf(stack, context);
  const missing = fail({ stack, address: "stack", jsonPath: "" }, "no policy", "a permissions boundary");
  return boundaries.length === 0 ? [missing] : boundaries.map((boundary) => narrow(boundary, context));
}

function narrow(boundary: Resource, { estate }: Context): Verdict {
  const { at } = boundary.value("policy");
  const [policy] = policiesOf(boundary, "identity");
  if (!policy) return fail(at, "nothing", "a policy document");
  const { document } = policy;
  const principals = [{ kind: "account", account: boundary.account }] as const;
  const asked = (actions: readonly string[]) => ({ principals, actions, resources: ["*"], world: worldOf(estate) });
  const denied = (expected: string, actions: readonly string[], except: readonly Permitted[]) =>
    allDenied(at, deniesAll([document, denialOf(except)], asked(actions)), expected);
  const granted = (expected: string, actions: readonly string[], except: readonly Permitted[]) =>
    nothingGranted(at, [grantsAny(beyond(document, except), asked(actions))], expected);
  return all(
    denied(
      `nothing outside ${boundary.region}`,
      ["*"],
      [{ Condition: { StringEquals: { "aws:RequestedRegion": boundary.region } } }],
    ),
    denied(
      "nothing of another organization",
      ["*"],
      [{ Condition: { StringEqualsIfExists: { "aws:ResourceOrgID": estate.organization.id } } }],
    ),
    denied("no data from outside any network", DATA_PLANE, THROUGH_A_NETWORK),
    granted("no administration", ADMINISTRATION, LAMBDA_ITSELF),
    // Of a service that is not listed above as well.
    granted(
      "nothing that shows data from outside any network",
      ["*"],
      [...THROUGH_A_NETWORK, ...FROM_ANYWHERE, ...LAMBDA_ITSELF],
    ),
  );
}
