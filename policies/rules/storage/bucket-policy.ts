import type { Question } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Verdict } from "../../verdict";
import { judgeAttached, type AttachedPolicy } from "../attached-policy";
import { worldOf } from "../estate-world";

/** What `judge` says of a bucket's policy; a bucket without one denies nothing, so that fails. */
export function judgeBucketPolicy(bucket: Resource, judge: (policy: AttachedPolicy) => Verdict): Verdict {
  return judgeAttached(bucket, { inline: "policy", companion: { type: "aws_s3_bucket_policy", by: "bucket" } }, judge);
}

/** A question about a bucket and its objects; by default about everything that anybody may do. */
export function aboutBucket(bucket: Resource, { estate }: Context, question: Partial<Question>): Question {
  const arn = bucket.attribute("arn");
  return {
    principals: [{ kind: "anyone" }],
    actions: ["s3:*"],
    resources: typeof arn === "string" ? [arn, `${arn}/*`] : ["*"],
    world: worldOf(estate, bucket.account),
    ...question,
  };
}

/** The same about its objects alone. */
export function aboutObjects(bucket: Resource, context: Context, question: Partial<Question>): Question {
  const about = aboutBucket(bucket, context, question);
  return { ...about, resources: about.resources.slice(-1) };
}
