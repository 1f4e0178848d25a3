import type { Examples } from "../../examples";

const KEY = "arn:aws:kms:eu-west-1:200000000002:key/00000000-0000-4000-8000-000000000201";
const state = { backend: "s3", keyArns: { dublin: KEY } } as const;
const s3 = (more: Readonly<Record<string, unknown>>) => ({
  backend: {
    s3: {
      bucket: "clover-local-state-dublin-terraform-200000000002",
      key: "dublin.tfstate",
      region: "eu-west-1",
      encrypt: true,
      kms_key_id: KEY,
      use_lockfile: true,
      assume_role: { role_arn: "arn:aws:iam::200000000002:role/clover-deploy" },
      ...more,
    },
  },
});
const dublin = (terraform: Readonly<Record<string, unknown>>) => ({ stacks: { dublin: { terraform } }, state });

export const stateLocationExamples: Examples = {
  policy: "STA-005",
  pass: {
    "it is in the declared bucket": dublin(s3({})),
    "it is a local file, as declared": { stacks: { dublin: { terraform: { backend: { local: { path: "x" } } } } } },
    "the stack makes the bucket of another's": { stacks: { "state-dublin": {} }, state },
  },
  fail: {
    "it is a local file where a bucket is declared": dublin({ backend: { local: {} } }),
    "no backend is named where a bucket is declared": dublin({}),
    "it is in a bucket where a local file is declared": { stacks: { dublin: { terraform: s3({}) } } },
    "the bucket is another one": dublin(s3({ bucket: "clover-local-state-norway-terraform-400000000004" })),
    "the bucket is said to be in another region": dublin(s3({ region: "us-east-1" })),
    "it is under another key": dublin(s3({ kms_key_id: "alias/aws/s3" })),
    "it is not encrypted": dublin(s3({ encrypt: undefined })),
    "it is not locked": dublin(s3({ use_lockfile: undefined })),
    "it is written in another role": dublin(s3({ assume_role: { role_arn: "arn:aws:iam::900000000009:role/x" } })),
    "its requests go to an endpoint of somebody's": dublin(s3({ endpoints: { s3: "https://s3.example.org" } })),
    "credentials stand in it": dublin(s3({ access_key: "AKIAIOSFODNN7EXAMPLE" })),
    "a stranger's stack keeps a local file": { stacks: { other: {} }, state },
  },
  undecided: { "an expression names the bucket": dublin(s3({ bucket: "${var.bucket}" })) },
};
