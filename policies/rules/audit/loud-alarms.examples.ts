import type { Examples, Resources } from "../../examples";
import { forwarding } from "./alert-forwarding.examples";

const alarm = (changes: object) => ({
  aws_cloudwatch_metric_alarm: {
    errors: { alarm_name: "errors", alarm_actions: ["arn:aws:sns:eu-west-1:200000000002:alarms"], ...changes },
  },
});

export const loudAlarmsExamples: Examples = {
  policy: "AUD-019",
  pass: {
    "there is no alarm": {},
    "the alarm tells somebody": alarm({}),
    "its account tells the monitor": { ...(forwarding() as Resources), ...alarm({ alarm_actions: null }) },
  },
  fail: {
    "its actions are off": alarm({ actions_enabled: false }),
    "its account tells the monitor of some alarms only": {
      ...(forwarding({ patterns: { alarms: { source: ["aws.cloudwatch"], resources: ["one"] } } }) as Resources),
      ...alarm({ alarm_actions: null }),
    },
    "it has no action": alarm({ alarm_actions: null }),
    "its list of actions is empty": alarm({ alarm_actions: [] }),
    "a composite alarm has no action": { aws_cloudwatch_composite_alarm: { all: { alarm_rule: "ALARM(errors)" } } },
  },
  undecided: {
    "a variable decides whether its actions are on": alarm({ actions_enabled: "${var.loud}" }),
    "its actions come from a variable": alarm({ alarm_actions: "${var.actions}" }),
    "it has no action, and where alarms are forwarded to comes from a variable": {
      ...(forwarding({ target: { arn: "${var.bus}" } }) as Resources),
      ...alarm({ alarm_actions: null }),
    },
    "its one action comes from a data source": alarm({ alarm_actions: ["${data.aws_sns_topic.alarms.arn}"] }),
  },
};
