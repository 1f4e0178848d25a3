import type { Example, Examples, Resources, StacksExample } from "../../examples";
import { trustJson } from "../identity/example-trust";
import { deny, organizationWith, resourcesWith } from "../organization/example-organization";
import { forwarding } from "./alert-forwarding.examples";

const KEY = "arn:aws:kms:eu-west-1:200000000002:key/00000000-0000-4000-8000-000000000001";
const statement = (Action: string, Resource: string, Condition?: object) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
const CALLING = [
  statement("kms:GenerateRandom", "*"),
  statement("kms:GenerateDataKeyWithoutPlaintext", KEY),
  statement("kms:Decrypt", KEY, { StringEquals: { "kms:ViaService": "scheduler.eu-west-1.amazonaws.com" } }),
];
const TRUST = trustJson({ Service: "scheduler.amazonaws.com" });
const HEARD = { source: ["aws.kms"], detail: { eventName: ["GenerateRandom"] } };

interface Changes {
  readonly statements?: readonly object[];
  readonly schedule?: object;
  readonly target?: object;
  readonly patterns?: Readonly<Record<string, object | undefined>>;
  readonly role?: object;
}

function calling({ statements = CALLING, schedule, target, patterns, role }: Changes = {}): Example {
  const forwarded = forwarding({ patterns: { canary: HEARD, ...patterns } }) as Resources;
  const name = "clover-local-dublin-canary";
  const call = (action: string) => ({
    schedule_expression: "rate(1 hour)",
    target: {
      arn: `arn:aws:scheduler:::aws-sdk:kms:${action}`,
      role_arn: "${aws_iam_role.canary.arn}",
      ...target,
    },
    ...schedule,
  });
  return {
    ...forwarded,
    aws_iam_role: { ...forwarded["aws_iam_role"], canary: { name, assume_role_policy: TRUST, ...role } },
    aws_iam_role_policy: {
      ...forwarded["aws_iam_role_policy"],
      canary: {
        name: "call",
        role: "${aws_iam_role.canary.name}",
        policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
      },
    },
    aws_scheduler_schedule: {
      allowed: call("generateRandom"),
      denied: call("generateDataKeyWithoutPlaintext"),
    },
  };
}

/** The same in an account that an organization's policies bind. */
function bound(organization: Example): Example {
  return { stacks: { ...(organization as StacksExample).stacks, dublin: { resource: calling() } } };
}

export const canaryExamples: Examples = {
  policy: "AUD-021",
  pass: {
    "it calls every hour, and its records are forwarded": calling(),
    "it calls even more often": calling({ schedule: { schedule_expression: "rate(15 minutes)" } }),
    "guardrails leave its calls and their forwarding alone": bound(
      organizationWith([
        deny(["events:DeleteRule", "kms:CreateKey"]),
        deny(["*"], { ArnLike: { "aws:PrincipalArn": "arn:*:iam::*:root" } }),
      ]),
    ),
  },
  fail: {
    "there is none": {},
    "its role has another name": calling({ role: { name: "canary" } }),
    "it may do more": calling({ statements: [...CALLING, statement("s3:PutObject", "*")] }),
    "it may decrypt on its own": calling({ statements: [...CALLING, statement("kms:Decrypt", KEY)] }),
    "it may not make its allowed call": calling({ statements: CALLING.slice(1) }),
    "its role trusts another service": calling({
      role: { assume_role_policy: trustJson({ Service: "lambda.amazonaws.com" }) },
    }),
    "it is switched off": calling({ schedule: { state: "DISABLED" } }),
    "it begins in ten years": calling({ schedule: { start_date: "2036-12-01T00:00:00Z" } }),
    "it ends": calling({ schedule: { end_date: "2027-01-01T00:00:00Z" } }),
    "it calls once a day": calling({ schedule: { schedule_expression: "rate(1 day)" } }),
    "it calls something else": calling({ target: { arn: "arn:aws:scheduler:::aws-sdk:kms:listKeys" } }),
    "its allowed calls are not forwarded": calling({ patterns: { canary: undefined } }),
    "its denied calls are not forwarded": calling({ patterns: { denied: undefined } }),
    "a guardrail denies it its allowed call": bound(organizationWith([deny(["kms:Generate*"])])),
    "a guardrail lets nobody forward its records": bound(organizationWith([deny(["events:PutEvents"])])),
    "a guardrail leaves to its account what it needs, but not that": bound(
      organizationWith([{ Effect: "Deny", NotAction: ["events:DescribeRule", "kms:*"], Resource: "*" }]),
    ),
    "a guardrail lets nobody forward them from next year on": bound(
      organizationWith([
        deny(["events:PutEvents"], { DateGreaterThan: { "aws:CurrentTime": "2028-01-01T00:00:00Z" } }),
      ]),
    ),
    "a guardrail denies what goes to the monitor's region": bound(
      organizationWith([deny(["events:PutEvents"], { StringEquals: { "aws:RequestedRegion": "eu-west-2" } })]),
    ),
    "no service may act in a role of the account": bound(
      resourcesWith([deny(["sts:AssumeRole"], undefined, { Principal: "*" })]),
    ),
  },
  undecided: {
    "what it may do comes from a data source": calling({
      statements: [],
      role: { managed_policy_arns: ["${var.policy}"] },
    }),
    "when it begins comes from a variable": calling({ schedule: { start_date: "${var.start}" } }),
    "whom a guardrail spares comes from a variable": bound(
      organizationWith([deny(["events:PutEvents"], { ArnNotEquals: { "aws:PrincipalArn": "${var.role}" } })]),
    ),
    "what else is attached to its account comes from a variable": bound(
      organizationWith([], {
        aws_organizations_policy_attachment: { more: { policy_id: "${var.policy}", target_id: "200000000002" } },
      }),
    ),
    "of which type a policy is comes from a variable": bound(
      resourcesWith([deny(["events:PutEvents"])], "${var.type}"),
    ),
    "an expression decides whether it calls": calling({ schedule: { count: "${var.canaries}" } }),
  },
  notApplicable: { "no stack is a segment": { stacks: { organization: {} } } },
};
