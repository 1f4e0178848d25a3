import { findRegion } from "../geography";
import type { Path, Problem } from "../problem";

/** Whose an ARN must be. */
export interface Owner {
  readonly account: string;
  /** The ARN is of this region's partition, and of the region itself where it names one: a role's does not. */
  readonly region: string;
}

/** An ARN of another partition, account or region than its owner's. */
export function* foreignArn(path: Path, arn: string, { account, region }: Owner): Generator<Problem> {
  const [, partition, , saidRegion, saidAccount] = arn.split(":");
  // A region that is not known is told for itself.
  const ownPartition = findRegion(region)?.partition ?? partition;
  const isRegional = saidRegion !== "";
  if (partition === ownPartition && saidAccount === account && (!isRegional || saidRegion === region)) return;
  yield {
    code: "estate.foreign-arn",
    path,
    value: arn,
    rule: `be in partition ${ownPartition}, account ${account}${isRegional ? `, region ${region}` : ""}`,
    fix: "name the one that is there",
  };
}
