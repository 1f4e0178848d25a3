import { stateLocation, stateStack, type StateLocation } from "../../../config/names";
import { declaredPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import { notApplicable, type Verdict } from "../../verdict";
import { ifItExists } from "../account/in-every-account";
import { stackAt } from "../in-account";

/** A bucket that its stack makes to keep a stack's state in. */
export interface StateBucket {
  readonly bucket: Resource;
  /** The stack whose state it keeps. */
  readonly keptOf: string;
  readonly location: StateLocation;
}

/** What `judge` says of every bucket in which the estate keeps state. Whether each is there is asked of STA-006. */
export function eachStateBucket(context: Context, judge: (kept: StateBucket) => Verdict): readonly Verdict[] {
  const verdicts = declaredPlaces(context.estate).flatMap(({ stack }) =>
    bucketsOf(stack, context).map((kept) => ifItExists(kept.bucket, judge(kept))),
  );
  return verdicts.length > 0 ? verdicts : context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
}

function bucketsOf(keptOf: string, { estate, model }: Context): readonly StateBucket[] {
  const location = stateLocation(estate, keptOf);
  if (!location) return [];
  return model
    .resourcesIn(stateStack(keptOf), "aws_s3_bucket")
    .filter((bucket) => bucket.value("bucket").is(location.bucket) !== "no")
    .map((bucket) => ({ bucket, keptOf, location }));
}
