import type { Examples, Resources } from "../../examples";
import { bucketWith, deny } from "./example-bucket";

const BLOCK = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
const closed = {
  ...bucketWith(deny({ Bool: { "aws:SecureTransport": "false" } })),
  aws_s3_bucket_public_access_block: { data: { bucket: "data", ...BLOCK } },
  aws_s3_bucket_ownership_controls: { data: { bucket: "data", rule: { object_ownership: "BucketOwnerEnforced" } } },
};
const but = (changes: Resources) => ({ ...closed, ...changes });
const bucket = (more: Readonly<Record<string, unknown>>) =>
  but({ aws_s3_bucket: { data: { bucket: "data", ...more } } });
const point = (more: Readonly<Record<string, unknown>>) => ({
  aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } },
  aws_s3_access_point: { door: { bucket: "data", name: "door", ...more } },
});
const inSegment = { vpc_configuration: { vpc_id: "${aws_vpc.segment.id}" } };

export const bucketPrivateExamples: Examples = {
  policy: "STO-003",
  pass: {
    "access is blocked and the owner owns everything": closed,
    "an access point is bound to a network": point(inSegment),
  },
  fail: {
    "there is no block": but({ aws_s3_bucket_public_access_block: {} }),
    "one of four switches is off": but({
      aws_s3_bucket_public_access_block: { data: { bucket: "data", ...BLOCK, restrict_public_buckets: false } },
    }),
    "one of four switches is missing, which is off": but({
      aws_s3_bucket_public_access_block: { data: { bucket: "data", ...BLOCK, ignore_public_acls: undefined } },
    }),
    "uploaders own what they upload": but({
      aws_s3_bucket_ownership_controls: { data: { bucket: "data", rule: { object_ownership: "ObjectWriter" } } },
    }),
    "nothing is said of ownership": but({ aws_s3_bucket_ownership_controls: {} }),
    "its policy lets everybody read": but(
      bucketWith({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*" }),
    ),
    "its access list is public": bucket({ acl: "public-read" }),
    "it has grants of its own": bucket({ grant: [{ type: "Group", permissions: ["READ"], uri: "AllUsers" }] }),
    "an access list is a resource of its own": but({ aws_s3_bucket_acl: { data: { bucket: "data", acl: "private" } } }),
    "it serves a website": but({ aws_s3_bucket_website_configuration: { data: { bucket: "data" } } }),
    "every web page may read it": but({
      aws_s3_bucket_cors_configuration: { data: { bucket: "data", cors_rule: [{ allowed_origins: ["*"] }] } },
    }),
    "an access point is open to the internet": point({}),
    "an access point does not block public policies": point({
      ...inSegment,
      public_access_block_configuration: { block_public_policy: false },
    }),
    "an access point is of several regions": { aws_s3control_multi_region_access_point: { everywhere: {} } },
  },
  undecided: {
    "a variable decides a switch": but({
      aws_s3_bucket_public_access_block: { data: { bucket: "data", ...BLOCK, block_public_acls: "${var.block}" } },
    }),
    "the access list comes from a variable": bucket({ acl: "${var.acl}" }),
    "the bucket has two blocks": but({
      aws_s3_bucket_public_access_block: { one: { bucket: "data", ...BLOCK }, two: { bucket: "data", ...BLOCK } },
    }),
  },
};
