import type { Resource } from "../../policies/model/resource";
import type { Change } from "../entry";
import { whereIs } from "../where";

/** What keeps something from whoever watches, by being there. */
interface Silencing {
  readonly what: string;
  readonly isOne: (resource: Resource) => boolean;
  readonly controls: readonly string[];
}

const says =
  (path: string, ...refused: readonly string[]) =>
  (resource: Resource): boolean =>
    resource.value(path).is(...refused) !== "no";

/** Types of which no policy asks whether there is one. */
const SILENCING: Readonly<Record<string, Silencing>> = {
  aws_guardduty_filter: {
    what: "findings that it matches are archived, and seen by nobody",
    isOne: says("action", "ARCHIVE"),
    controls: ["D31"],
  },
  aws_securityhub_standards_control: {
    what: "a control is no longer watched",
    isOne: says("control_status", "DISABLED"),
    controls: ["D31"],
  },
  aws_securityhub_standards_control_association: {
    what: "a control is no longer watched",
    isOne: says("association_status", "DISABLED"),
    controls: ["D31"],
  },
  aws_securityhub_automation_rule: {
    what: "findings that it matches are changed before anybody sees them",
    isOne: () => true,
    controls: ["D31"],
  },
  aws_cloudwatch_composite_alarm: {
    what: "alarms are held back while another one is on",
    isOne: (alarm) => !alarm.value("actions_suppressor").isAbsent,
    controls: ["D35"],
  },
  aws_config_remediation_configuration: {
    what: "something else than a deployment changes what is there",
    isOne: () => true,
    controls: ["D30"],
  },
};

/** That something new keeps others from being seen. */
export function silencing(resource: Resource): Change | undefined {
  const found = SILENCING[resource.type];
  if (!found?.isOne(resource)) return undefined;
  return {
    verdict: "weaker",
    about: "resource",
    where: whereIs(resource),
    what: found.what,
    path: "",
    after: resource.type,
    details: [],
    policies: [],
    controls: found.controls,
  };
}
