import type { Examples } from "../../examples";
import { ELSEWHERE, organizationWith, regionDenials } from "./example-organization";

const NARROW = ["iam:*", "organizations:List*", "support:*"];

const REPLICATION = [
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "s3:ObjectOwnerOverrideToBucketOwner",
  "s3:ReplicateObject",
  "s3:ReplicateTags",
];
const DRAIN = "arn:aws:iam::500000000005:role/clover-local-enclave-drain";

/** The enclave's replication may do some actions in some region, beside the regions that every account is bound to. */
const replicating = (actions: readonly string[], target: string, role = DRAIN) =>
  organizationWith(
    regionDenials(NARROW).flatMap((statement, index, { length }) => {
      if (index < length - 1) return [statement];
      const condition = statement["Condition"] as Readonly<Record<string, Readonly<Record<string, string>>>>;
      const own = condition["StringNotEquals"]!["aws:RequestedRegion"]!;
      const inOther = { ...condition, ArnEquals: { "aws:PrincipalArn": role } };
      return [
        { ...statement, Condition: { ...condition, ArnNotEquals: { "aws:PrincipalArn": role } } },
        { ...statement, NotAction: [...NARROW, ...actions], Condition: inOther },
        { ...statement, Condition: { ...inOther, StringNotEquals: { "aws:RequestedRegion": [own, target] } } },
      ];
    }),
  );

export const regionGuardrailExamples: Examples = {
  policy: "ORG-004",
  pass: {
    "each account is bound to its own region": organizationWith(regionDenials(NARROW)),
    "alerts go to the monitor's bus": organizationWith([
      ...regionDenials([...NARROW, "events:PutEvents"]),
      ...regionDenials([]).map(({ NotAction: _, Resource: __, ...statement }) => ({
        ...statement,
        Action: "events:PutEvents",
        NotResource: "arn:aws:events:eu-west-2:900000000009:event-bus/clover-local-monitor-alerts",
      })),
    ]),
    "the enclave's replication writes where the drain target is": replicating(REPLICATION, "eu-west-1"),
  },
  fail: {
    "nothing is denied": organizationWith([]),
    "keys are exempt": organizationWith(regionDenials([...NARROW, "kms:*"])),
    "events may go to any bus": organizationWith(regionDenials([...NARROW, "events:PutEvents"])),
    "the content of buckets is": organizationWith(regionDenials([...NARROW, "s3:*"])),
    "distributions are": organizationWith(regionDenials([...NARROW, "cloudfront:*"])),
    "every account is bound to one region": organizationWith(regionDenials(NARROW, () => "eu-west-1")),
    "it holds for some resources alone": organizationWith(
      regionDenials(NARROW).map((statement) => ({ ...statement, Resource: "arn:aws:s3:::*" })),
    ),
    "the enclave's replication may do more there": replicating([...REPLICATION, "s3:PutObject"], "eu-west-1"),
    "it writes somewhere else": replicating(REPLICATION, "us-west-2"),
    "another role does": replicating(REPLICATION, "eu-west-1", "arn:aws:iam::500000000005:role/helper"),
    "it is attached to nothing": organizationWith(regionDenials(NARROW), { aws_organizations_policy_attachment: {} }),
    "it is of another type": organizationWith([], {
      aws_organizations_policy: {
        rails: {
          name: "rails",
          type: "RESOURCE_CONTROL_POLICY",
          content: JSON.stringify({ Version: "2012-10-17", Statement: regionDenials(NARROW) }),
        },
      },
    }),
  },
  undecided: {
    "the region comes from a variable": organizationWith(regionDenials(NARROW, () => "${var.region}")),
    "it is attached to what a variable says": organizationWith(regionDenials(NARROW), {
      aws_organizations_policy_attachment: {
        rails: { policy_id: "${aws_organizations_policy.rails.id}", target_id: "${var.unit}" },
      },
    }),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
