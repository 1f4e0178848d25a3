import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, type Verdict } from "../../verdict";
import { atLeastOne, onlyCompanion } from "./counted";
import { declaredSinks, type Declared } from "./declared-sinks";
import { inAccount, stackAt } from "../in-account";
import { serviceLinkedRole } from "../service-linked-role";

const SERVICE = "config.amazonaws.com";

export const configRecording: WholeEstate = {
  kind: "whole",
  id: "AUD-005",
  title: "Every account records each change of every resource's configuration and delivers it to the monitor",
  severity: "high",
  controls: ["D30", "D34"],
  rationale:
    "Who opened a bucket or a network, when, and for how long, is in no other record. A recorder without its status is switched off.",
  remediation: "Build the stack as an AuditedStack, or add ConfigRecording to it.",
  sources: [
    "https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html",
  ],
  construct: "audit/config-recording",

  check(context) {
    return judgedPlaces(context).flatMap((place) => {
      const declared = declaredSinks(context, place.stack)!;
      const here = stackAt(place.stack);
      const recorders = inAccount(context, place, "aws_config_configuration_recorder");
      const channels = inAccount(context, place, "aws_config_delivery_channel");
      return [
        atLeastOne(recorders, here, `a recorder of ${place.account}`, (recorder) => recordsAll(recorder, context)),
        atLeastOne(channels, here, "a channel to the monitor's intake", (channel) => delivers(channel, declared)),
      ];
    });
  },
};

function recordsAll(recorder: Resource, context: Context): Verdict {
  const group = recorder.value("recording_group[0]");
  return all(
    inOwnRole(recorder),
    group.value("all_supported").mustNotBe(false),
    group.value("include_global_resource_types").mustBe(true),
    group.value("resource_types").mustBeAbsent("every type, not a list of them"),
    group.value("exclusion_by_resource_types").mustBeAbsent("no type left out"),
    group
      .value("recording_strategy[0].use_only")
      .mustNotBe("INCLUSION_BY_RESOURCE_TYPES", "EXCLUSION_BY_RESOURCE_TYPES"),
    recorder.value("recording_mode[0].recording_frequency").mustNotBe("DAILY"),
    recorder.value("recording_mode[0].recording_mode_override").mustBeAbsent("no type recorded less often"),
    onlyCompanion(context, recorder, ["aws_config_configuration_recorder_status", "name"], (status) =>
      status.value("is_enabled").mustBe(true),
    ),
  );
}

/** AWS's own role for Config can look at everything, and nobody takes that from it. */
function inOwnRole(recorder: Resource): Verdict {
  const role = recorder.value("role_arn");
  const target = role.target("aws_iam_service_linked_role");
  if (target.kind === "resource") return target.resource.value("aws_service_name").mustBe(SERVICE);
  return role.mustBe(serviceLinkedRole(recorder, SERVICE, "AWSServiceRoleForConfig"));
}

function delivers(channel: Resource, { sinks, source }: Declared): Verdict {
  return all(
    channel.value("s3_bucket_name").mustBe(sinks.intakeBucket),
    channel.value("s3_key_prefix").mustBe(source.stack),
    channel.value("s3_kms_key_arn").mustBe(sinks.keyArn),
  );
}
