import type { Examples, StacksExample } from "../../examples";
import { deny, DEPLOYER, organizationWith } from "../organization/example-organization";
import { butFor, DEPLOY, kept, KEY_ARN, PLAN, refusing, THROUGH_S3 } from "./example-state";

function under(...statements: readonly unknown[]): StacksExample {
  const state = kept([]);
  return { ...state, stacks: { ...state.stacks, ...organizationWith(statements).stacks } };
}

export const stateReachedExamples: Examples = {
  policy: "STA-010",
  pass: {
    "nothing is refused but what is not encrypted": kept([
      refusing("s3:PutObject", { StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } }),
      refusing("s3:*", { Bool: { "aws:SecureTransport": "false" } }),
    ]),
    "nobody else may read it": kept([refusing("s3:GetObject", butFor(DEPLOY, PLAN))]),
    "a guardrail leaves objects to the deploy role, and reading to everybody": under(
      deny(["s3:PutObject", "s3:DeleteObject"], DEPLOYER),
    ),
  },
  fail: {
    "nobody may remove a lock": kept([refusing("s3:DeleteObject")]),
    "only the deploy role may read it, so nothing can be planned": kept([refusing("s3:GetObject", butFor(DEPLOY))]),
    "only the plan role may read it": kept([refusing("s3:GetObject", butFor(PLAN))]),
    "it is read through an endpoint of a segment alone, and the pipeline is in none": kept([
      refusing("s3:*", { StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d" } }),
    ]),
    "its key lets nobody use it through S3": kept([], { key: [] }),
    "its key lets its readers decrypt, and nobody write": kept([], {
      key: [{ ...THROUGH_S3, Action: ["kms:Decrypt"] }],
    }),
    "a guardrail denies reading to everybody": under(deny(["s3:GetObject"])),
    "a guardrail denies keys to the plan role": under(deny(["kms:Decrypt"], DEPLOYER)),
  },
  undecided: {
    "it must be encrypted with a key that may be another": kept([
      refusing("s3:PutObject", { StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": KEY_ARN } }),
    ]),
    "its policy comes from a function": kept([], {
      more: {
        aws_s3_bucket_policy: { state: { bucket: "${aws_s3_bucket.state.bucket}", policy: '${file("x.json")}' } },
      },
    }),
    "whom a guardrail spares comes from a variable": under(
      deny(["s3:GetObject"], { ArnNotEquals: { "aws:PrincipalArn": "${var.spared}" } }),
    ),
  },
  notApplicable: {
    "state is kept in files": { stacks: kept([]).stacks },
    "the stack that makes the bucket is not judged": { stacks: { dublin: {} }, state: kept([]).state! },
  },
};
