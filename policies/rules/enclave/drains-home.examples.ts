import type { Examples } from "../../examples";
import { policyJson, trustJson } from "../identity/example-trust";

const BUCKET = "clover-local-enclave-user-data-500000000005";
const HOME = "clover-local-dublin-user-data-200000000002";
const OPERATOR = "arn:aws:iam::500000000005:role/clover-local-enclave-drain-operator";
const denied = (Condition?: unknown) => ({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: `arn:aws:s3:::${BUCKET}/*`, Condition },
  ],
});
const butFor = (arn: string) => denied({ ArnNotEquals: { "aws:PrincipalArn": arn } });
const home = {
  bucket: "arn:aws:s3:::clover-local-dublin-user-data-200000000002",
  account: "200000000002",
  access_control_translation: { owner: "Destination" },
  encryption_configuration: {
    replica_kms_key_id: "arn:aws:kms:eu-west-1:200000000002:alias/clover-local-dublin-user-data",
  },
};
const drain = {
  id: "drain",
  status: "Enabled",
  filter: {},
  delete_marker_replication: { status: "Disabled" },
  source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } },
  destination: home,
};

const may = (...Action: readonly string[]) => ({
  name: "drain",
  role: "${aws_iam_role.drain.name}",
  policy: policyJson({ Effect: "Allow", Action, Resource: "*" }),
});

function enclave(rule: unknown, more: Readonly<Record<string, unknown>> = {}) {
  return {
    stacks: {
      enclave: {
        resource: {
          aws_s3_bucket: { data: { bucket: BUCKET } },
          aws_iam_role: {
            drain: {
              name: "clover-local-enclave-drain",
              assume_role_policy: trustJson({ Service: "s3.amazonaws.com" }),
            },
          },
          aws_iam_role_policy: { drain: may("s3:Get*", "s3:List*", "s3:Replicate*", "s3:ObjectOwnerOverride*") },
          aws_s3_bucket_replication_configuration: {
            data: { bucket: "${aws_s3_bucket.data.bucket}", role: "${aws_iam_role.drain.arn}", rule },
          },
          ...more,
        },
      },
    },
  };
}
const to = (destination: Readonly<Record<string, unknown>>) =>
  enclave([{ ...drain, destination: { ...home, ...destination } }]);
const policy = (document: unknown) => ({
  aws_s3_bucket_policy: { data: { bucket: BUCKET, policy: JSON.stringify(document) } },
});

export const drainsHomeExamples: Examples = {
  policy: "ENV-004",
  pass: {
    "every object goes to the declared site": enclave([drain]),
    "a draining bucket takes nothing new": { ...enclave([drain], policy(denied())), enclave: { phase: "draining" } },
    "a draining bucket takes what the drain brings": {
      ...enclave([drain], policy(butFor(OPERATOR))),
      enclave: { phase: "draining" },
    },
    "a retired enclave has no bucket": { stacks: { enclave: {} }, enclave: { phase: "retired" } },
  },
  fail: {
    "there is no bucket to drain": { stacks: { enclave: {} } },
    "nothing drains the bucket": {
      stacks: { enclave: { resource: { aws_s3_bucket: { data: { bucket: BUCKET } } } } },
    },
    "its role may only read": enclave([drain], { aws_iam_role_policy: { drain: may("s3:Get*", "s3:List*") } }),
    "S3 does not act in its role": enclave([drain], {
      aws_iam_role: { drain: { name: "clover-local-enclave-drain", assume_role_policy: policyJson() } },
    }),
    "the target's bucket takes no replicas": {
      stacks: {
        ...enclave([drain]).stacks,
        dublin: {
          resource: {
            aws_s3_bucket: { data: { bucket: HOME } },
            aws_s3_bucket_policy: { data: { bucket: HOME, policy: policyJson() } },
          },
        },
      },
    },
    "the target is another site": to({ bucket: "arn:aws:s3:::clover-local-norway-user-data-400000000004" }),
    "the target's account is another one": to({ account: "999999999999" }),
    "the replicas stay the enclave's": to({ access_control_translation: undefined }),
    "the replicas are under the enclave's key": to({
      encryption_configuration: { replica_kms_key_id: "alias/aws/s3" },
    }),
    "the rule is off": enclave([{ ...drain, status: "Disabled" }]),
    "only some objects go": enclave([{ ...drain, filter: { prefix: "some/" } }]),
    "encrypted objects stay": enclave([{ ...drain, source_selection_criteria: undefined }]),
    "deletions are copied": enclave([{ ...drain, delete_marker_replication: { status: "Enabled" } }]),
    "a second rule goes elsewhere": enclave([drain, { ...drain, destination: { bucket: "arn:aws:s3:::elsewhere" } }]),
    "a draining bucket takes new objects": {
      ...enclave([drain], policy({ Version: "2012-10-17", Statement: [] })),
      enclave: { phase: "draining" },
    },
    "a draining bucket takes what somebody brings": {
      ...enclave([drain], policy(butFor("arn:aws:iam::500000000005:role/somebody"))),
      enclave: { phase: "draining" },
    },
  },
  undecided: {
    "what its role may do comes from a variable": enclave([drain], {
      aws_iam_role_policy: { drain: { ...may(), policy: "${var.policy}" } },
    }),
    "a variable names the target": to({ bucket: "${var.target}" }),
    "the rules are dynamic": enclave(undefined, {
      aws_s3_bucket_replication_configuration: {
        data: { bucket: BUCKET, role: "${aws_iam_role.drain.arn}", dynamic: { rule: { for_each: "${var.rules}" } } },
      },
    }),
  },
  notApplicable: { "the enclave is not judged": {} },
};
