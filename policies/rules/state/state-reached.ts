import type { StateLocation } from "../../../config/names";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, pass, type Verdict } from "../../verdict";
import { arnOf } from "../arn-of";
import { EVERYTHING } from "../everything";
import { mayAs, type Need } from "../identity/role-needs";
import { usingKey } from "../identity/using-key";
import { keyOf } from "../key-of";
import { ownPolicies } from "../own-policies";
import { eachStateBucket } from "./state-buckets";

const ENCRYPTION = "s3:x-amz-server-side-encryption";

export const stateReached: WholeEstate = {
  kind: "whole",
  id: "STA-010",
  title: "The roles in which a stack is planned and deployed reach its state",
  severity: "high",
  controls: ["G54"],
  rationale:
    "Terraform reads the state first and writes it last. Where the bucket, its key or a guardrail keeps the pipeline's own role out, a site cannot be changed at all, or it is changed and nothing remembers how.",
  remediation:
    "Build the bucket with a StateStack, and leave the state to the roles that plan and deploy in what denies it to others.",
  sources: [
    "https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
  ],
  construct: "storage/state-bucket",

  check(context) {
    return eachStateBucket(context, ({ bucket, keptOf, location }) => {
      const [reading, writing] = needsOf(bucket, keptOf);
      const { roleArn, planRoleArn } = location;
      const planned = reading.map(mayDo(planRoleArn, bucket, location, context));
      const deployed = [...reading, ...writing].map(mayDo(roleArn, bucket, location, context));
      return all(pass(bucket.root.at), ...planned, ...deployed);
    });
  },
};

/** These roles come before whatever is deployed, so nothing in the output tells what they hold: it is asked what takes it from them. */
function mayDo(arn: string, bucket: Resource, { place }: StateLocation, context: Context): (need: Need) => Verdict {
  const { account, region } = place;
  return mayAs({ arn, account, region, at: bucket.root.at }, { identity: [EVERYTHING] }, context);
}

/** What Terraform asks of the bucket and of its key: to read the state, and to lock and write it. */
function needsOf(bucket: Resource, stack: string): readonly [reading: readonly Need[], writing: readonly Need[]] {
  const { account, region } = bucket;
  const shared = { account, region, guards: ownPolicies(bucket) };
  const state = `${arnOf(bucket)}/${stack}.tfstate`;
  const lock = `${state}.tflock`;
  const key = keyOf(bucket);
  const encrypted = { [ENCRYPTION]: ["aws:kms"], ...(key ? { [`${ENCRYPTION}-aws-kms-key-id`]: [arnOf(key)] } : {}) };
  const throughKey = (actions: readonly string[]) => (key ? [usingKey(actions, key, "s3")] : []);
  return [
    [
      { ...shared, actions: ["s3:ListBucket"], resource: arnOf(bucket) },
      { ...shared, actions: ["s3:GetObject"], resource: state },
      ...throughKey(["kms:Decrypt"]),
    ],
    [
      { ...shared, actions: ["s3:PutObject"], resource: state, context: encrypted },
      { ...shared, actions: ["s3:PutObject"], resource: lock, context: encrypted },
      { ...shared, actions: ["s3:GetObject", "s3:DeleteObject"], resource: lock },
      ...throughKey(["kms:GenerateDataKey"]),
    ],
  ];
}
