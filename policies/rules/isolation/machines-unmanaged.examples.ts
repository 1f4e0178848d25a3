import type { Examples } from "../../examples";

const ARN = "arn:aws:ssm:eu-west-1:200000000002:servicesetting";
const HOSTS = "/ssm/managed-instance/default-ec2-instance-management-role";
const setting = (setting_id: string, setting_value = "Enable") => ({
  aws_ssm_service_setting: { one: { setting_id, setting_value } },
});

export const machinesUnmanagedExamples: Examples = {
  policy: "ISO-027",
  pass: {
    "sharing is another policy's": setting(`${ARN}/ssm/documents/console/public-sharing-permission`, "Disable"),
    "more parameters are asked for at once": setting("/ssm/parameter-store/high-throughput-enabled", "true"),
  },
  fail: {
    "every machine has a role by default": setting(
      HOSTS,
      "service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole",
    ),
    "the setting goes by its ARN": setting(`${ARN}${HOSTS}`, "a-role"),
  },
  undecided: {
    "a variable says which setting it is": setting("${var.setting}"),
    "nobody knows the setting": setting("/ssm/new/one"),
  },
};
