import { stateLocation, stateStack } from "../../../config/names";
import { every } from "../../answer";
import { declaredPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, undecided, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { ifItExists } from "../account/in-every-account";
import { samePlace } from "../same-place";

const BUCKET = "aws_s3_bucket";
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration";
const KEY = "rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id";

export const stateBucket: WholeEstate = {
  kind: "whole",
  id: "STA-006",
  title: "A stack's state is in a bucket of its own that keeps every version and cannot be destroyed",
  severity: "high",
  controls: ["G54", "G52"],
  rationale:
    "Without its state nobody can change a site safely, or prove what it is; one that is overwritten or shared is as bad as lost.",
  remediation: "Build the bucket with a StateStack.",
  sources: ["https://developer.hashicorp.com/terraform/language/backend/s3"],
  construct: "storage/state-bucket",

  check(context) {
    const places = declaredPlaces(context.estate);
    const verdicts = places.flatMap(({ stack }) => judged(stack, context));
    return verdicts.length > 0 ? verdicts : context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
  },
};

function judged(keptOf: string, context: Context): readonly Verdict[] {
  const { estate, model, whole } = context;
  const stack = stateStack(keptOf);
  const location = stateLocation(estate, keptOf);
  const expected = `the bucket ${location?.bucket ?? `in which ${keptOf} keeps its state`}`;
  const isDue = whole ? location !== undefined : model.stacks.includes(stack);
  if (!isDue && !model.stacks.includes(stack)) return [];
  const buckets = model
    .resources(BUCKET)
    .filter((bucket) => bucket.stack === stack && (!location || bucket.value("bucket").is(location.bucket) !== "no"));
  if (buckets.length === 0) return [fail(stackAt(stack), "none", expected)];
  return buckets.map((bucket) => ifItExists(bucket, keepsState(bucket, location?.keyArn)));
}

function keepsState(bucket: Resource, keyArn: string | undefined): Verdict {
  return all(
    bucket.value("lifecycle[0].prevent_destroy").mustBe(true),
    bucket.value("force_destroy").mustNotBe(true),
    onOne(bucket, "aws_s3_bucket_versioning", (versioning) =>
      versioning.value("versioning_configuration[0].status").mustBe("Enabled"),
    ),
    onOne(bucket, ENCRYPTION, (encryption) =>
      encryption
        .value(KEY)
        .mustReferTo(keyArn ?? "a key of the same stack", ["aws_kms_key"], (key) =>
          key.stack === bucket.stack
            ? every([keyArn === undefined ? "yes" : key.has("arn", keyArn), samePlace(key, bucket)])
            : "no",
        ),
    ),
  );
}

function onOne(bucket: Resource, type: string, judge: (companion: Resource) => Verdict): Verdict {
  const [companion, ...others] = bucket.companions(type, "bucket");
  const expected = `exactly one ${type} of this bucket`;
  if (!companion) return fail(bucket.root.at, "none", expected);
  if (others.length > 0) return undecided(bucket.root.at, "several, of which one replaces the others", expected);
  return ifItExists(companion, judge(companion));
}
