import { MONITOR } from "../../../config/places";
import { judgedPlaces } from "../../context";
import type { WholeEstate } from "../../policy";
import { all, notApplicable } from "../../verdict";
import { stackAt } from "../in-account";
import { arrivalsAreTold } from "./arrivals-told";
import { mayBeOnDefaultBus } from "./forwarding-target";
import { alarmOnSilence } from "./silence";
import { watchedIn } from "./watched";

export const silenceAlarms: WholeEstate = {
  kind: "whole",
  id: "AUD-020",
  title: "The silence of every service that always has something to deliver raises an alarm at the monitor",
  severity: "high",
  controls: ["D35"],
  rationale:
    "A record that never arrives is missed by nobody. Whoever stops a delivery, at its source or on the way, must be noticed by what does not come.",
  remediation: "Build the MonitorStack, whose SilenceAlarms watch each account and service; set no alarm aside.",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html",
  ],
  construct: "audit/silence-alarms",

  check(context) {
    if (!judgedPlaces(context).some(({ stack }) => stack === MONITOR)) {
      return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    }
    const watched = watchedIn(context);
    return watched.map((one) =>
      all(
        arrivalsAreTold(one.bucket, one.title, context),
        alarmOnSilence(
          one,
          watched.filter((other) => other !== one),
          mayBeOnDefaultBus,
          context,
        ),
      ),
    );
  },
};
