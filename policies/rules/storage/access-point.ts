import type { Resource } from "../../model/resource";
import { all, fail, type Verdict } from "../../verdict";
import { samePlace } from "../same-place";

export const BLOCKS: readonly string[] = [
  "block_public_acls",
  "block_public_policy",
  "ignore_public_acls",
  "restrict_public_buckets",
];
/** Access points that are not bound to one network: several regions', and those whose answers code makes up. */
const UNBOUND = ["aws_s3control_multi_region_access_point", "aws_s3control_object_lambda_access_point"];
export const ACCESS_POINTS: readonly string[] = ["aws_s3_access_point", ...UNBOUND];

/** Another door to a bucket's objects: private, and bound to a network of its own account and region. */
export function judgeAccessPoint(point: Resource): Verdict {
  if (UNBOUND.includes(point.type)) return fail(point.root.at, point.type, "an access point of one network");
  const block = point.value("public_access_block_configuration");
  const network = point.value("vpc_configuration[0].vpc_id");
  return all(
    network.mustReferTo("a VPC of its own account and region", ["aws_vpc"], (vpc) => samePlace(vpc, point)),
    // Where no block is configured, S3 blocks everything.
    ...BLOCKS.map((flag) => block.value(flag).mustNotBe(false)),
  );
}
