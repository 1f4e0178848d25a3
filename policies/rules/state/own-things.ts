import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { twinsOf, type Twins } from "./things";

const EXPECTED = "one resource for each thing of AWS";

export const ownThings: EachResource = {
  kind: "each",
  id: "STA-013",
  title: "No two resources are one thing of AWS",
  severity: "critical",
  controls: ["G55"],
  rationale:
    "A rule, an alarm, a policy or a bucket's notification is overwritten without a word by a second one of the same name. The one that is written last is in force, and the other one is what looks right.",
  remediation: "Remove one of the two, or give it another name.",
  sources: [
    "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html",
  ],
  types: [],

  check(resource, { model }) {
    const [first, ...others] = twinsOf(resource, model).map((twins) => isAlone(resource, twins));
    return first ? all(first, ...others) : notApplicable(resource.root.at);
  },
};

function isAlone(resource: Resource, { same, perhaps }: Twins): Verdict {
  const { at } = resource.root;
  const sure = resource.exists === "yes" ? same.find(({ exists }) => exists === "yes") : undefined;
  if (sure) return fail(at, `what ${placeOf(sure, resource)} writes too`, EXPECTED);
  const other = same[0] ?? perhaps;
  if (!other) return pass(at);
  return undecided(at, `perhaps what ${placeOf(other, resource)} writes too`, EXPECTED);
}

function placeOf(other: Resource, resource: Resource): string {
  return other.stack === resource.stack ? other.address : `${other.address} of ${other.stack}`;
}
