import { regionalArn } from "../../../config/place";
import type { WholeEstate } from "../../policy";
import { settingInEveryAccount } from "./in-every-account";

/** A setting goes by its path or by its ARN. */
const SHARING = "/ssm/documents/console/public-sharing-permission";

export const documentsNeverShared: WholeEstate = {
  kind: "whole",
  id: "ACC-010",
  title: "No Systems Manager document of a declared account can be shared with everybody",
  severity: "high",
  controls: ["C25", "G51", "H61"],
  rationale:
    "A document tells what is run on the machines, and often more than it should; shared with everybody, anybody reads it.",
  remediation: "Build every account's stack on AccountBaseline.",
  sources: [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-7",
  ],
  construct: "account/account-baseline",

  check(context) {
    return settingInEveryAccount(
      context,
      "aws_ssm_service_setting",
      (setting) => setting.value("setting_value").mustBe("Disable"),
      (setting, place) =>
        setting.value("setting_id").is(SHARING, regionalArn(place, "ssm", `servicesetting${SHARING}`)),
    );
  },
};
