import type { Examples } from "../../examples";

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
  },
  fail: {
    "its actions are off": alarm({ actions_enabled: false }),
    "it has no action": alarm({ alarm_actions: null }),
    "its list of actions is empty": alarm({ alarm_actions: [] }),
    "a composite alarm has no action": { aws_cloudwatch_composite_alarm: { all: { alarm_rule: "ALARM(errors)" } } },
  },
  undecided: {
    "a variable decides whether its actions are on": alarm({ actions_enabled: "${var.loud}" }),
    "its actions come from a variable": alarm({ alarm_actions: "${var.actions}" }),
    "its one action comes from a data source": alarm({ alarm_actions: ["${data.aws_sns_topic.alarms.arn}"] }),
  },
};
