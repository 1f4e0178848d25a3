import type { Examples, StacksExample } from "../../examples";
import { policyOf, type ExampleStatement } from "../example-policy";
import { deny, DEPLOYER, organizationWith } from "../organization/example-organization";

const ACCOUNT = "200000000002";
const ARN = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/00000000-0000-4000-8000-000000000201`;
const BUCKET = `arn:aws:s3:::clover-local-state-dublin-terraform-${ACCOUNT}`;
const DEPLOY = `arn:aws:iam::${ACCOUNT}:role/clover-deploy`;
const PLAN = `arn:aws:iam::${ACCOUNT}:role/clover-local-plan`;
const THROUGH_S3 = {
  Effect: "Allow",
  Principal: "*",
  Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
  Resource: "*",
  Condition: {
    StringEquals: { "kms:CallerAccount": ACCOUNT, "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
  },
};
const refusing = (Action: unknown, Condition?: object): ExampleStatement => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: [BUCKET, `${BUCKET}/*`],
  ...(Condition ? { Condition } : {}),
});
const butFor = (...arns: readonly string[]) => ({ ArnNotEquals: { "aws:PrincipalArn": arns } });

/** Dublin's state, in a bucket with a policy of these statements. */
function kept(statements: readonly ExampleStatement[], { key = [THROUGH_S3], more = {} } = {}): StacksExample {
  const provider = { aws: [{ region: "eu-west-1", allowed_account_ids: [ACCOUNT] }] };
  const own = "${aws_s3_bucket.state.bucket}";
  const encryption = { sse_algorithm: "aws:kms", kms_master_key_id: "${aws_kms_key.own.arn}" };
  const resource = {
    aws_kms_key: { own: { policy: policyOf(...key) } },
    aws_s3_bucket: { state: { bucket: `clover-local-state-dublin-terraform-${ACCOUNT}` } },
    aws_s3_bucket_server_side_encryption_configuration: {
      state: { bucket: own, rule: [{ apply_server_side_encryption_by_default: encryption }] },
    },
    aws_s3_bucket_policy: { state: { bucket: own, policy: policyOf(...statements) } },
    ...more,
  };
  return { stacks: { "state-dublin": { provider, resource } }, state: { backend: "s3", keyArns: { dublin: ARN } } };
}

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
      refusing("s3:PutObject", { StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": ARN } }),
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
