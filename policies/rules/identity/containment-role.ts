import { monitorRoles } from "../../../config/names";
import { globalArn, regionalArn } from "../../../config/place";
import type { StackPlace } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { WholeEstate } from "../../policy";
import { all, notApplicable } from "../../verdict";
import type { Permitted } from "../denial-of";
import { inAccount, stackAt } from "../in-account";
import { segmentsOf } from "./boundaries";
import { ofVisitingRole, type Needed } from "./visiting-role";

const FINDING = ["ec2:DescribeVpcEndpointConnections", "ec2:DescribeVpcEndpointServiceConfigurations", "iam:ListRoles"];

export const containmentRole: WholeEstate = {
  kind: "whole",
  id: "IDN-014",
  title: "In every segment the monitor can end people's sessions and the gateway's connections, and do nothing else",
  severity: "high",
  controls: ["D36", "E40", "H62"],
  rationale:
    "Whoever sees data leave at night must be able to stop it, and not wait for the one from whom it leaves. Whatever else that role could do would be a second way in.",
  remediation: "Add ContainmentRole to the segment's stack; give the role no other policy.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  ],
  construct: "audit/containment-role",

  check(context) {
    const segments = segmentsOf(context);
    const places = judgedPlaces(context).filter(({ stack }) => segments.includes(stack));
    if (places.length === 0) return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    return places.map((place) =>
      ofVisitingRole(context, place, monitorRoles(context.estate, place).containmentRoleArn, (role) =>
        all(
          role.letsAuditorsIn(),
          role.mayOnly(containing(place, context), "ending sessions and connections, and finding them"),
          role.can([...sessions(place, context), ...connections(place)]),
        ),
      ),
    );
  },
};

/** AWS's own policy that denies everything: who is given it is given nothing. */
const denyAll = (place: StackPlace) => globalArn({ ...place, account: "aws" }, "iam", "policy/AWSDenyAll");
const serviceArn = (place: StackPlace, id: string) => regionalArn(place, "ec2", `vpc-endpoint-service/${id}`);

function containing(place: StackPlace, { estate }: Context): readonly Permitted[] {
  const people = globalArn(place, "iam", `role/${estate.organization.prefix}-${place.stack}-access-*`);
  return [
    {
      Action: ["iam:AttachRolePolicy"],
      Resource: [people],
      Condition: { ArnEquals: { "iam:PolicyARN": [denyAll(place)] } },
    },
    { Action: ["ec2:RejectVpcEndpointConnections"], Resource: [serviceArn(place, "*")] },
    { Action: FINDING },
  ];
}

/** Of every role in which people reach data. */
function sessions(place: StackPlace, context: Context): readonly Needed[] {
  const ofPeople = inAccount(context, place, "aws_iam_role").filter((role) => !role.tag("access").isAbsent);
  return ofPeople.map((role) => ({
    action: "iam:AttachRolePolicy",
    resource: String(role.attribute("arn")),
    context: { "iam:PolicyARN": [denyAll(place)] },
  }));
}

function connections(place: StackPlace): readonly Needed[] {
  return [
    { action: "ec2:RejectVpcEndpointConnections", resource: serviceArn(place, "vpce-svc-0123456789abcdef0") },
    ...FINDING.map((action) => ({ action, resource: "*" })),
  ];
}
