import type { Examples } from "../../examples";
import { deny, DEPLOYER, ELSEWHERE, organizationWith } from "./example-organization";

const STOPS = [
  ...["cloudtrail:DeleteTrail", "cloudtrail:StopLogging", "config:Delete*", "config:StopConfigurationRecorder"],
  ...["ec2:DeleteFlowLogs", "guardduty:Delete*", "guardduty:Disassociate*", "route53resolver:D*"],
];
const CHANGES = [
  ...["cloudtrail:Put*", "cloudtrail:UpdateTrail", "cloudwatch:*", "config:Put*", "events:*", "guardduty:Update*"],
  ...["logs:DeleteLog*", "logs:PutRetentionPolicy", "sqs:*"],
];

const ALARMS = ["cloudwatch:Put*Alarm", "cloudwatch:SetAlarmState"];
const changesBut = (action: string, instead: string) => CHANGES.map((each) => (each === action ? instead : each));

export const auditGuardrailExamples: Examples = {
  policy: "ORG-006",
  pass: {
    "nobody stops, and the deploy role changes": organizationWith([deny(STOPS), deny(CHANGES, DEPLOYER)]),
    "nobody does either": organizationWith([deny([...STOPS, ...CHANGES])]),
    "a workload's alarms are its own": organizationWith([
      deny(STOPS),
      deny(changesBut("cloudwatch:*", "cloudwatch:D*"), DEPLOYER),
      { ...deny(ALARMS, DEPLOYER), Resource: "arn:aws:cloudwatch:*:*:alarm:clover-local-incident-alarm-*" },
    ]),
  },
  fail: {
    "the trail may be stopped": organizationWith([deny(STOPS.slice(2)), deny(CHANGES, DEPLOYER)]),
    "flow logs may be deleted": organizationWith([
      deny(STOPS.filter((action) => !action.startsWith("ec2"))),
      deny(CHANGES, DEPLOYER),
    ]),
    "an alarm that opens an incident may be made anew": organizationWith([
      deny(STOPS),
      deny(changesBut("cloudwatch:*", "cloudwatch:D*"), DEPLOYER),
    ]),
    "one account's alarms alone are denied": organizationWith([
      deny(STOPS),
      deny(changesBut("cloudwatch:*", "cloudwatch:D*"), DEPLOYER),
      { ...deny(ALARMS, DEPLOYER), Resource: "arn:aws:cloudwatch:*:*:alarm:clover-local-incident-alarm-dublin-*" },
    ]),
    "the deploy role may stop it": organizationWith([deny(STOPS, DEPLOYER), deny(CHANGES, DEPLOYER)]),
    "any role of a name's beginning may change it": organizationWith([
      deny(STOPS),
      deny(CHANGES, { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/clover-*" } }),
    ]),
    "it is denied where a key is there that never is": organizationWith([
      deny(STOPS, { StringEquals: { "sts:ExternalId": "x" } }),
      deny(CHANGES, DEPLOYER),
    ]),
  },
  undecided: {
    "whom it spares comes from a variable": organizationWith([
      deny(STOPS),
      deny(CHANGES, { ArnNotEquals: { "aws:PrincipalArn": "${var.role}" } }),
    ]),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
