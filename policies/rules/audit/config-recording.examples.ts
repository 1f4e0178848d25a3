import type { Examples } from "../../examples";

interface Changes {
  readonly group?: object;
  readonly recorder?: object;
  readonly channel?: object;
  readonly status?: object;
}

const recording = ({ group, recorder, channel, status }: Changes = {}) => ({
  aws_config_configuration_recorder: {
    audit: {
      name: "audit",
      role_arn: "arn:aws:iam::200000000002:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
      recording_group: { all_supported: true, include_global_resource_types: true, ...group },
      ...recorder,
    },
  },
  aws_config_delivery_channel: {
    audit: {
      s3_bucket_name: "clover-local-monitor-dublin-intake-900000000009",
      s3_key_prefix: "dublin",
      s3_kms_key_arn: "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000103",
      ...channel,
    },
  },
  aws_config_configuration_recorder_status: {
    audit: { name: "${aws_config_configuration_recorder.audit.name}", is_enabled: true, ...status },
  },
});
const { aws_config_configuration_recorder_status: _status, ...withoutStatus } = recording();
const { aws_config_delivery_channel: _channel, ...withoutChannel } = recording();

export const configRecordingExamples: Examples = {
  policy: "AUD-005",
  pass: {
    "everything is recorded and delivered to the intake": recording(),
  },
  fail: {
    "nothing is recorded": {},
    "the recorder has no status, and is off": withoutStatus,
    "the recorder is switched off": recording({ status: { is_enabled: false } }),
    "nothing is delivered": withoutChannel,
    "it records in a role that may see nothing": recording({
      recorder: { role_arn: "arn:aws:iam::200000000002:role/nothing" },
    }),
    "some types alone are recorded": recording({
      group: { all_supported: false, resource_types: ["AWS::S3::Bucket"] },
    }),
    "global resources are left out": recording({ group: { include_global_resource_types: false } }),
    "a type is excluded": recording({
      group: { exclusion_by_resource_types: [{ resource_types: ["AWS::S3::Bucket"] }] },
    }),
    "the recorder looks once a day": recording({ recorder: { recording_mode: { recording_frequency: "DAILY" } } }),
    "it looks at one type once a day": recording({
      recorder: { recording_mode: { recording_mode_override: { resource_types: ["AWS::S3::Bucket"] } } },
    }),
    "it delivers into the archive, whose default retention refuses it": recording({
      channel: { s3_bucket_name: "clover-local-monitor-dublin-archive-900000000009" },
    }),
    "it delivers under another prefix": recording({ channel: { s3_key_prefix: null } }),
    "it delivers with no key of the monitor's": recording({ channel: { s3_kms_key_arn: null } }),
  },
  undecided: {
    "a variable decides whether it is on": recording({ status: { is_enabled: "${var.recording}" } }),
    "the bucket comes from a variable": recording({ channel: { s3_bucket_name: "${var.intake}" } }),
    "it cannot be known whose status a second one is": {
      ...recording(),
      aws_config_configuration_recorder_status: {
        ...recording().aws_config_configuration_recorder_status,
        other: { name: "${var.recorder}", is_enabled: false },
      },
    },
  },
};
