import type { EachResource } from "../../policy";
import { all, fail, pass } from "../../verdict";

/** Days. */
const SHORTEST = 90;
const LONGEST = 365;

export const keyRotation: EachResource = {
  kind: "each",
  id: "ENC-005",
  title: "Every key changes its material at least once a year, by itself",
  severity: "medium",
  controls: ["B11"],
  rationale:
    "The longer one key's material is in use, the more people's data one leak of it opens. Only material that AWS made for a symmetric key rotates by itself.",
  remediation: "Build the key with DataKey: it rotates every year. Bring no key material of your own.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html",
  ],
  construct: "encryption/data-key",
  types: ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_external_key"],

  check(key) {
    if (key.type !== "aws_kms_key")
      return fail(key.root.at, key.type, "an aws_kms_key: imported material never rotates");
    const spec = key.value("customer_master_key_spec");
    const period = key.value("rotation_period_in_days");
    return all(
      key.value("enable_key_rotation").mustBe(true),
      spec.isAbsent ? pass(spec.at) : spec.mustBe("SYMMETRIC_DEFAULT"),
      // AWS rotates every 365 days where no period is named.
      period.isAbsent
        ? pass(period.at)
        : period.mustSatisfy(`${SHORTEST} to ${LONGEST} days`, ({ data }) => {
            return Number(data) >= SHORTEST && Number(data) <= LONGEST;
          }),
    );
  },
};
