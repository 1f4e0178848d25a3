import type { StacksExample } from "../../examples";
import { policyOf, type ExampleStatement } from "../example-policy";

const ACCOUNT = "200000000002";
/** What the estate hands over as the key of Dublin's state. */
export const KEY_ARN = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/00000000-0000-4000-8000-000000000201`;
const BUCKET = `arn:aws:s3:::clover-local-state-dublin-terraform-${ACCOUNT}`;
export const DEPLOY = `arn:aws:iam::${ACCOUNT}:role/clover-deploy`;
export const PLAN = `arn:aws:iam::${ACCOUNT}:role/clover-local-plan`;
/** Everybody of the account may use the key, through S3. */
export const THROUGH_S3 = {
  Effect: "Allow",
  Principal: "*",
  Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
  Resource: "*",
  Condition: {
    StringEquals: { "kms:CallerAccount": ACCOUNT, "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
  },
};

export const refusing = (Action: unknown, Condition?: object): ExampleStatement => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: [BUCKET, `${BUCKET}/*`],
  ...(Condition ? { Condition } : {}),
});
export const butFor = (...arns: readonly string[]) => ({ ArnNotEquals: { "aws:PrincipalArn": arns } });

/** Dublin's state, in a bucket with a policy of these statements. */
export function kept(statements: readonly ExampleStatement[], { key = [THROUGH_S3], more = {} } = {}): StacksExample {
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
  return { stacks: { "state-dublin": { provider, resource } }, state: { backend: "s3", keyArns: { dublin: KEY_ARN } } };
}
