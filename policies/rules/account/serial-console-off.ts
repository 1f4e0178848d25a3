import type { WholeEstate } from "../../policy";
import { settingInEveryAccount } from "./in-every-account";

export const serialConsoleOff: WholeEstate = {
  kind: "whole",
  id: "ACC-005",
  title: "The serial console of a declared account is off",
  severity: "medium",
  controls: ["G51"],
  rationale: "The serial console is a way into a machine that no network rule and no endpoint sees.",
  remediation: "Build every account's stack on AccountBaseline.",
  sources: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html"],
  construct: "account/account-baseline",

  check(context) {
    return settingInEveryAccount(context, "aws_ec2_serial_console_access", (access) =>
      access.value("enabled").mustBe(false),
    );
  },
};
