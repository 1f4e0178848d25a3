import type { WholeEstate } from "../../policy";
import { beyond } from "../beyond";
import { aboutObjects, judgeBucketPolicy } from "../storage/bucket-policy";
import { eachStateBucket } from "./state-buckets";

export const stateClosed: WholeEstate = {
  kind: "whole",
  id: "STA-012",
  title: "Nobody but the roles that plan and deploy a stack reaches its state",
  severity: "high",
  controls: ["G54"],
  rationale:
    "A state tells every address, name and setting of its segment, and who writes it decides what the next deployment destroys. A bucket whose policy says nothing of roles leaves both to whatever role of the account is broad enough.",
  remediation:
    "Build the bucket with a StateStack: its policy denies objects to every role but the two that the estate computes.",
  sources: [
    "https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn",
  ],
  construct: "storage/state-bucket",

  check(context) {
    return eachStateBucket(context, ({ bucket, location: { roleArn, planRoleArn } }) => {
      const question = aboutObjects(bucket, context, {
        actions: ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*"],
      });
      const declared = {
        Principal: "*",
        Condition: { ArnEquals: { "aws:PrincipalArn": [roleArn, planRoleArn] } },
      } as const;
      return judgeBucketPolicy(bucket, (policy) =>
        policy.mustDeny(
          question,
          `a denial to everybody but ${roleArn} and ${planRoleArn}`,
          beyond(policy.document, [declared]),
        ),
      );
    });
  },
};
