import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, type Verdict } from "../../verdict";
import { atLeastOne, onlyCompanion } from "./counted";
import { declaredSinks, type Declared } from "./declared-sinks";
import { inAccount, stackAt } from "../in-account";

/** What looks at data, beyond what every detector does. */
const FEATURES = ["S3_DATA_EVENTS", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS"];
/** Ways to make a detector keep what it finds to itself; an account has one in a region, whatever names it. */
const SILENCERS = [
  ["aws_guardduty_filter", "action", "ARCHIVE"],
  ["aws_guardduty_ipset", "activate", "true"],
] as const;

export const threatDetection: WholeEstate = {
  kind: "whole",
  id: "AUD-006",
  title: "Every account is watched for threats, and the monitor receives every finding",
  severity: "high",
  controls: ["D31", "D34"],
  rationale:
    "Stolen credentials look like ordinary use in every single record; what gives them away is found across records. A suppressed finding reaches nobody.",
  remediation: "Build the stack as an AuditedStack, or add ThreatDetection to it; suppress no finding.",
  sources: [
    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html",
    "https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html",
  ],
  construct: "audit/threat-detection",

  check(context) {
    return judgedPlaces(context).map((place) => {
      const declared = declaredSinks(context, place.stack)!;
      const detectors = inAccount(context, place, "aws_guardduty_detector");
      return atLeastOne(detectors, stackAt(place.stack), `a detector of ${place.account}`, (detector) =>
        judge(detector, declared, context),
      );
    });
  },
};

function judge(detector: Resource, { sinks }: Declared, context: Context): Verdict {
  return all(
    detector.value("enable").mustNotBe(false),
    detector.value("finding_publishing_frequency").mustBe("FIFTEEN_MINUTES"),
    detector.value("datasources[0].s3_logs[0].enable").mustNotBe(false),
    ...FEATURES.map((feature) => isOn(detector, feature)),
    ...SILENCERS.flatMap(([type, attribute, on]) =>
      context.model.resourcesIn(detector.stack, type).map((silencer) => silencer.value(attribute).mustNotBe(on)),
    ),
    onlyCompanion(context, detector, ["aws_guardduty_publishing_destination", "detector_id"], (destination) =>
      all(
        destination.value("destination_arn").mustBe(sinks.archiveBucketArn),
        destination.value("kms_key_arn").mustBe(sinks.keyArn),
      ),
    ),
  );
}

function isOn(detector: Resource, feature: string): Verdict {
  const features = detector.companions("aws_guardduty_detector_feature", "detector_id");
  const named = features.filter((each) => each.value("name").is(feature) !== "no");
  if (named.length === 0) return fail(detector.root.at, "none", `the feature ${feature}`);
  return all(
    pass(detector.root.at),
    ...named.map((each) =>
      atLeastOne([each], detector.root.at, `the feature ${feature}`, () =>
        all(each.value("name").mustBe(feature), each.value("status").mustBe("ENABLED")),
      ),
    ),
  );
}
