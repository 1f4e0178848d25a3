import type { WholeEstate } from "../../policy";
import type { Answer } from "../../answer";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { all } from "../../verdict";
import { settingInEveryAccount } from "./in-every-account";

/** @see https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-15 */
const LEAST_LENGTH = 14;
/** As many as IAM can remember. */
const REMEMBERED = 24;
const OLDEST_DAYS = 90;

export const passwordPolicy: WholeEstate = {
  kind: "whole",
  id: "ACC-008",
  title: "Passwords of a declared account are long, varied and new",
  severity: "low",
  controls: ["G51"],
  rationale:
    "No user of these accounts should have a password; where one comes to be, it must not be the weakest way to users' data.",
  remediation: "Build every account's stack on AccountBaseline.",
  sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"],
  construct: "account/account-baseline",

  check(context) {
    return settingInEveryAccount(context, "aws_iam_account_password_policy", (policy) =>
      all(
        policy.value("minimum_password_length").mustBeAtLeast(LEAST_LENGTH, "characters"),
        policy.value("require_lowercase_characters").mustBe(true),
        policy.value("require_uppercase_characters").mustBe(true),
        policy.value("require_numbers").mustBe(true),
        policy.value("require_symbols").mustBe(true),
        policy.value("password_reuse_prevention").mustBeAtLeast(REMEMBERED, "passwords"),
        policy.value("max_password_age").mustSatisfy(`from 1 to ${OLDEST_DAYS} days`, endsInTime),
      ),
    );
  },
};

/** Zero days mean never. */
function endsInTime({ text = "" }: Value): Answer {
  if (hasHole(text)) return "unknown";
  return Number(text) >= 1 && Number(text) <= OLDEST_DAYS ? "yes" : "no";
}
