import type { Examples } from "../../examples";

const detector_id = "${aws_guardduty_detector.all.id}";
const features = ["S3_DATA_EVENTS", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS"];

interface Changes {
  readonly detector?: object;
  readonly destination?: object;
  readonly features?: readonly string[];
  readonly status?: string;
}

const detection = (changes: Changes = {}) => ({
  aws_guardduty_detector: {
    all: { enable: true, finding_publishing_frequency: "FIFTEEN_MINUTES", ...changes.detector },
  },
  aws_guardduty_detector_feature: Object.fromEntries(
    (changes.features ?? features).map((name) => [name, { detector_id, name, status: changes.status ?? "ENABLED" }]),
  ),
  aws_guardduty_publishing_destination: {
    monitor: {
      detector_id,
      destination_arn: "arn:aws:s3:::clover-local-monitor-dublin-archive-900000000009",
      kms_key_arn: "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000103",
      ...changes.destination,
    },
  },
});
const { aws_guardduty_publishing_destination: _destination, ...unpublished } = detection();

export const threatDetectionExamples: Examples = {
  policy: "AUD-006",
  pass: {
    "a detector watches and its findings go to the monitor": detection(),
    "a filter only marks findings": {
      ...detection(),
      aws_guardduty_filter: { marked: { detector_id, action: "NOOP" } },
    },
  },
  fail: {
    "there is no detector": {},
    "the detector is off": detection({ detector: { enable: false } }),
    "findings wait for six hours, as by default": detection({ detector: { finding_publishing_frequency: null } }),
    "access to objects is not watched": detection({ features: features.slice(1) }),
    "a feature is off": detection({ status: "DISABLED" }),
    "access to objects is switched off the old way": detection({
      detector: { datasources: { s3_logs: { enable: false } } },
    }),
    "findings are published nowhere": unpublished,
    "findings go to another bucket": detection({ destination: { destination_arn: "arn:aws:s3:::elsewhere" } }),
    "findings go to another stack's archive": detection({
      destination: { destination_arn: "arn:aws:s3:::clover-local-monitor-norway-archive-900000000009" },
    }),
    "findings go under a prefix, whose folder GuardDuty demands to see": detection({
      destination: { destination_arn: "arn:aws:s3:::clover-local-monitor-dublin-archive-900000000009/dublin" },
    }),
    "findings are encrypted with another key": detection({
      destination: { kms_key_arn: "arn:aws:kms:eu-west-1:200000000002:key/1" },
    }),
    "a filter archives what is found, so that nobody hears of it": {
      ...detection(),
      aws_guardduty_filter: { quiet: { detector_id, action: "ARCHIVE" } },
    },
    "a filter archives what the detector of a data source finds": {
      ...detection(),
      aws_guardduty_filter: {
        quiet: { detector_id: "${data.aws_guardduty_detector.here.id}", action: "ARCHIVE" },
      },
    },
    "a list is trusted by a detector that is named by its id": {
      ...detection(),
      aws_guardduty_ipset: { trusted: { detector_id: "12abc34d567e8fa901bc2d34e56789f0", activate: true } },
    },
    "a list of trusted addresses is never suspected": {
      ...detection(),
      aws_guardduty_ipset: { trusted: { detector_id, activate: true } },
    },
  },
  undecided: {
    "a variable decides whether it is on": detection({ detector: { enable: "${var.detector}" } }),
    "a variable decides whether a feature is on": detection({ status: "${var.status}" }),
    "an expression decides whether findings are published": detection({
      destination: { count: "${var.destinations}" },
    }),
  },
};
