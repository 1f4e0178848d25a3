import type { Examples } from "../../examples";
import { monitorWith } from "./example-archive";

const STACKS = ["monitor", "organization", "dublin", "ireland-2", "norway", "enclave"];
const bucket = (stack: string, kind: string) => ({ bucket: `clover-local-monitor-${stack}-${kind}-900000000009` });
const declaredKey = (number: number) =>
  `arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-00000000010${number}`;
const key = (number: number) => ({
  lifecycle: {
    postcondition: [{ condition: `\${self.arn == "${declaredKey(number)}"}`, error_message: "another key" }],
  },
});
const keeping = ({ buckets = {}, keys = {}, bus = "clover-local-monitor-alerts" }: Changes = {}) =>
  monitorWith({
    aws_s3_bucket: {
      ...Object.fromEntries(STACKS.map((stack) => [stack, bucket(stack, "archive")])),
      ...Object.fromEntries(STACKS.map((stack) => [`${stack}-intake`, bucket(stack, "intake")])),
      ...buckets,
    },
    aws_kms_key: { ...Object.fromEntries(STACKS.map((stack, index) => [stack, key(index + 1)])), ...keys },
    aws_cloudwatch_event_bus: { alerts: { name: bus } },
  });

interface Changes {
  readonly buckets?: object;
  readonly keys?: object;
  readonly bus?: string;
}

export const monitorKeepsExamples: Examples = {
  policy: "AUD-010",
  pass: {
    "everything that the estate declares is there": keeping(),
  },
  fail: {
    "nothing is there": monitorWith({}),
    "an archive has another name": keeping({ buckets: { enclave: { bucket: "clover-local-enclave-logs" } } }),
    "an archive is in another region": keeping({
      buckets: { enclave: { ...bucket("enclave", "archive"), region: "us-east-1" } },
    }),
    "an intake is missing": keeping({ buckets: { "norway-intake": { bucket: "other" } } }),
    "nothing holds a key to the ARN that producers name": keeping({ keys: { dublin: {} } }),
    "the bus has another name": keeping({ bus: "alerts" }),
  },
  undecided: {
    "an archive's name comes from a variable": keeping({ buckets: { dublin: { bucket: "${var.archive}" } } }),
    "an expression decides whether an archive exists": keeping({
      buckets: { dublin: { ...bucket("dublin", "archive"), count: "${var.archives}" } },
    }),
    "the bus's name comes from a variable": keeping({ bus: "${var.bus}" }),
  },
  notApplicable: {
    "the monitor's stack is not judged": {},
  },
};
