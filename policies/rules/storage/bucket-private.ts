import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { valuesAt } from "../../model/values-at";
import type { EachResource } from "../../policy";
import { all, fail, pass, type Verdict } from "../../verdict";
import { textMust } from "../text-must";
import { ACCESS_POINTS, BLOCKS, judgeAccessPoint } from "./access-point";
import { aboutBucket, judgeBucketPolicy } from "./bucket-policy";
import { judgeOnly } from "./judge-only";

export const bucketPrivate: EachResource = {
  kind: "each",
  id: "STO-003",
  title: "A bucket and its access points are public in no way: access blocked, no access lists, no website",
  severity: "critical",
  controls: ["C25", "H58"],
  rationale:
    "One public grant publishes everybody's data to the world. Access lists are an older way to give access that no policy shows, and let an uploader own what is in somebody else's bucket.",
  remediation:
    "Build the bucket with EncryptedBucket: it blocks public access and lets its owner alone own objects. Bind an access point to the segment's VPC.",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html",
  ],
  construct: "encryption/hardened-bucket",
  types: ["aws_s3_bucket", ...ACCESS_POINTS],

  check: (resource, context) =>
    resource.type === "aws_s3_bucket" ? judgeBucket(resource, context) : judgeAccessPoint(resource),
};

function judgeBucket(bucket: Resource, context: Context): Verdict {
  const acl = bucket.value("acl");
  const anonymous = aboutBucket(bucket, context, { principals: [{ kind: "anonymous" }] });
  return all(
    judgeOnly(bucket, "aws_s3_bucket_public_access_block", (block) =>
      all(pass(block.root.at), ...BLOCKS.map((flag) => block.value(flag).mustBe(true))),
    ),
    judgeOnly(bucket, "aws_s3_bucket_ownership_controls", (controls) =>
      controls.value("rule[0].object_ownership").mustBe("BucketOwnerEnforced"),
    ),
    judgeBucketPolicy(bucket, (policy) => policy.mustNotGrant(anonymous, "nothing for the public")),
    acl.isAbsent ? pass(acl.at) : acl.mustBe("private"),
    bucket.value("grant").mustBeAbsent("no access list"),
    bucket.value("website").mustBeAbsent("no website"),
    ...["aws_s3_bucket_acl", "aws_s3_bucket_website_configuration"]
      .flatMap((type) => bucket.companions(type, "bucket"))
      .map((opening) => fail(opening.root.at, `an ${opening.type}`, "access by the bucket's policy alone")),
    ...origins(bucket),
  );
}

/** Web pages that browsers let read the answers: none of everybody's. */
function origins(bucket: Resource): readonly Verdict[] {
  return [...bucket.companions("aws_s3_bucket_cors_configuration", "bucket"), bucket]
    .flatMap((one) => valuesAt(one, "cors_rule.allowed_origins"))
    .flatMap((allowed) => allowed.items())
    .map((origin) => textMust(origin, "origins by their full names", (text) => !text.includes("*")));
}
