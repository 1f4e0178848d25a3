import type { EachResource } from "../../policy";
import { hasHole } from "../../model/symbolic";
import { pass, undecided } from "../../verdict";
import { mustNotExist } from "../in-every-stack";

/** Gives every machine of a region a role in which Systems Manager runs commands and opens sessions on it. */
const OPENS_MACHINES = "/ssm/managed-instance/default-ec2-instance-management-role";
/** What costs more, or shows more of what is the account's own; of the first one there is a policy on accounts. */
const REVIEWED = [
  "/ssm/documents/console/public-sharing-permission",
  "/ssm/appmanager/appmanager-enabled",
  "/ssm/automation/enable-adaptive-concurrency",
  "/ssm/managed-instance/activation-tier",
  "/ssm/opsinsights/opscenter",
  "/ssm/parameter-store/default-parameter-tier",
  "/ssm/parameter-store/high-throughput-enabled",
];
const EXPECTED = "no setting that opens every machine";

export const machinesUnmanaged: EachResource = {
  kind: "each",
  id: "ISO-027",
  title: "No setting of an account opens its machines to Systems Manager",
  severity: "high",
  controls: ["G51"],
  rationale:
    "With default host management each machine of the region lets whoever may start a session in, though nobody gave it a role for that: a way to a workload that none of its own permissions shows.",
  remediation: "Remove the setting; give a machine that is to be managed a role of its own.",
  sources: [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html",
    "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UpdateServiceSetting.html",
  ],
  types: ["aws_ssm_service_setting"],

  check(setting) {
    const { at, text = "", legible } = setting.value("setting_id");
    // A setting goes by its path or by its ARN.
    const path = text.replace(/^.*:servicesetting(?=\/)/, "");
    if (path === OPENS_MACHINES) return mustNotExist(setting, EXPECTED);
    if (REVIEWED.includes(path)) return pass(at);
    const what = text === "" || hasHole(path) ? legible : `${path}, of which nobody found out what it opens`;
    return undecided(at, what, EXPECTED);
  },
};
