import type { Examples } from "../../examples";
import { monitorWith } from "./example-archive";

const ACCOUNTS: Readonly<Record<string, string>> = {
  monitor: "900000000009",
  organization: "100000000001",
  dublin: "200000000002",
  "ireland-2": "300000000003",
  norway: "400000000004",
  enclave: "500000000005",
};
const roles = Object.entries(ACCOUNTS).map(
  ([stack, account]) => `arn:aws:iam::${account}:role/clover-local-${stack}-alert-forwarding`,
);
const forwarders = (changes: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: Object.values(ACCOUNTS) },
  Action: "events:PutEvents",
  Resource: "arn:aws:events:eu-west-2:900000000009:event-bus/clover-local-monitor-alerts",
  Condition: { ArnEquals: { "aws:PrincipalArn": roles } },
  ...changes,
});
const bus = (policy: string, changes: object = {}, more: object = {}) =>
  monitorWith({
    aws_kms_key: { platform: {} },
    aws_cloudwatch_event_bus: {
      alerts: { name: "clover-local-monitor-alerts", kms_key_identifier: "${aws_kms_key.platform.arn}", ...changes },
    },
    aws_cloudwatch_event_bus_policy: { alerts: { event_bus_name: "${aws_cloudwatch_event_bus.alerts.name}", policy } },
    ...more,
  });
const under = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const declared = under(forwarders());

export const alertBusExamples: Examples = {
  policy: "AUD-016",
  pass: {
    "the declared roles, and nobody else, put events": bus(declared),
  },
  fail: {
    "it has no policy": monitorWith({ aws_cloudwatch_event_bus: { alerts: { name: "clover-local-monitor-alerts" } } }),
    "it has no key": bus(declared, { kms_key_identifier: null }),
    "its key is AWS's": bus(declared, { kms_key_identifier: "alias/aws/events" }),
    "every role of the accounts puts events": bus(under(forwarders({ Condition: {} }))),
    "a role whose name begins alike puts events": bus(
      under(forwarders({ Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/clover-local-*" } } })),
    ),
    "a stranger's account puts events": bus(
      under(forwarders(), { ...forwarders(), Principal: { AWS: "999999999999" }, Condition: {} }),
    ),
    "the operator may take rules away": bus(
      under(forwarders(), { ...forwarders(), Principal: { AWS: "200000000002" }, Action: "events:*", Condition: {} }),
    ),
    "a declared role is not let in": bus(
      under(forwarders({ Condition: { ArnEquals: { "aws:PrincipalArn": roles.slice(1) } } })),
    ),
    "an account is let in beside the policy": bus(
      declared,
      {},
      {
        aws_cloudwatch_event_permission: {
          more: { event_bus_name: "clover-local-monitor-alerts", principal: "*", statement_id: "more" },
        },
      },
    ),
  },
  undecided: {
    "the policy comes from a variable": bus("${var.policy}"),
    "a denial turns on whose event it is": bus(
      under(forwarders(), {
        ...forwarders({ Effect: "Deny", Principal: "*" }),
        Condition: { "ForAnyValue:StringEquals": { "events:source": ["aws.guardduty"] } },
      }),
    ),
    "the key comes from a variable": bus(declared, { kms_key_identifier: "${var.key}" }),
  },
  notApplicable: {
    "the bus is another": monitorWith({ aws_cloudwatch_event_bus: { own: { name: "own" } } }),
  },
};
