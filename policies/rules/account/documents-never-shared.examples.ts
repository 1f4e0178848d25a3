import type { Examples } from "../../examples";

const SHARING = "/ssm/documents/console/public-sharing-permission";

const setting = (setting_id: string, setting_value?: unknown) => ({
  aws_ssm_service_setting: { account: { setting_id, setting_value } },
});

export const documentsNeverSharedExamples: Examples = {
  policy: "ACC-010",
  pass: {
    "sharing is off": setting(SHARING, "Disable"),
    "sharing is off, by the setting's ARN": setting(
      `arn:aws:ssm:eu-west-1:200000000002:servicesetting${SHARING}`,
      "Disable",
    ),
    "sharing is off, whatever another setting is": {
      aws_ssm_service_setting: {
        account: { setting_id: SHARING, setting_value: "Disable" },
        parameters: { setting_id: "/ssm/parameter-store/high-throughput-enabled", setting_value: "true" },
      },
    },
  },
  fail: {
    "nothing is said of it": {},
    "sharing is on": setting(SHARING, "Enable"),
    "another setting is off": setting("/ssm/automation/customer-script-log-destination", "Disable"),
    "it is another region's setting": setting(`arn:aws:ssm:eu-west-2:200000000002:servicesetting${SHARING}`, "Disable"),
  },
  undecided: {
    "a variable decides whether": setting(SHARING, "${var.sharing}"),
    "a variable decides which setting it is": setting("${var.setting}", "Disable"),
  },
};
