import type { WholeEstate } from "../../policy";
import { all } from "../../verdict";
import { settingInEveryAccount } from "./in-every-account";

export const metadataByToken: WholeEstate = {
  kind: "whole",
  id: "ACC-004",
  title: "Every new machine of a declared account gives its credentials for a session token alone",
  severity: "high",
  controls: ["C24", "G51"],
  rationale:
    "One forged request to a workload is enough to read its role's credentials from the old metadata service, and with them users' data.",
  remediation: "Build every account's stack on AccountBaseline.",
  sources: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html"],
  construct: "account/account-baseline",

  check(context) {
    return settingInEveryAccount(context, "aws_ec2_instance_metadata_defaults", (defaults) =>
      all(defaults.value("http_tokens").mustBe("required"), defaults.value("http_put_response_hop_limit").mustBe(1)),
    );
  },
};
