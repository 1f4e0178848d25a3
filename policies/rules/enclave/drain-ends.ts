import { every, type Answer } from "../../answer";
import { drainPath } from "../../../config/names";
import type { Context } from "../../context";
import type { Value } from "../../model/value";
import type { WholeEstate } from "../../policy";
import { all, notApplicable, type Verdict } from "../../verdict";
import { ifItExists } from "../account/in-every-account";
import { arnOf } from "../arn-of";
import { stackAt } from "../in-account";
import { ofObjectsUnder } from "../storage/lifecycle-rules";

/** Days: within three months of it, what was erased is gone from here too. */
const MOST = 30;
const MOST_NONCURRENT = 60;

export const drainEnds: WholeEstate = {
  kind: "whole",
  id: "ENV-012",
  title: "What the enclave's drain leaves behind ends at both ends: the table's export, and in the end its record",
  severity: "high",
  controls: ["F48", "H65"],
  rationale:
    "The export has every person's items in it, and lies in two buckets. Whoever is erased after it was taken is still in it, until it ends.",
  remediation:
    "Build the stores with EnclaveStore and UserDataStore: their lifecycles end what is under the drain's prefixes.",
  sources: [
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
  ],
  construct: "enclave/enclave-store",

  check(context) {
    const ends = judged(context);
    return ends.length > 0 ? ends : context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
  },
};

function judged({ model, estate }: Context): readonly Verdict[] {
  const { sourceBucketArn, targetBucketArn, exportPrefix, recordPrefix } = drainPath(estate);
  const isOver = estate.enclave.phase === "retired";
  const ends = new Map([
    [sourceBucketArn, [exportPrefix]],
    // Before, the record says what is never brought home again.
    [targetBucketArn, isOver ? [exportPrefix, recordPrefix] : [exportPrefix]],
  ]);
  return model.resources("aws_s3_bucket").flatMap((bucket) => {
    const [first, ...others] = ends.get(arnOf(bucket)) ?? [];
    if (first === undefined) return [];
    const ended = (prefix: string) => ofObjectsUnder(bucket, `${prefix}/`, EXPECTED, endsInTime);
    return [ifItExists(bucket, all(ended(first), ...others.map(ended)))];
  });
}

const EXPECTED = `ends within ${MOST} days, and its old versions within ${MOST_NONCURRENT} more`;

function endsInTime(rule: Value): Answer {
  const noncurrent = rule.value("noncurrent_version_expiration[0]");
  const kept = noncurrent.value("newer_noncurrent_versions");
  const versions = [noncurrent.value("noncurrent_days"), noncurrent.value("days")].find(({ isAbsent }) => !isAbsent);
  return every([
    isWithin(rule.value("expiration[0].days"), MOST),
    versions ? isWithin(versions, MOST_NONCURRENT) : "no",
    kept.isAbsent ? "yes" : kept.is(0),
  ]);
}

/** S3 takes no end of 0 days; where one stands, it is another form's default. */
function isWithin(days: Value, most: number): Answer {
  const { outcome } = all(days.mustBeAtLeast(1, "days"), days.mustBeAtMost(most, "days"));
  return outcome === "undecided" ? "unknown" : outcome === "pass" ? "yes" : "no";
}
