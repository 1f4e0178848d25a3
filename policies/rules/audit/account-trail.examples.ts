import type { Examples } from "../../examples";

const KEY = "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000103";
const trail = (changes: object = {}) => ({
  aws_cloudtrail: {
    audit: {
      name: "clover-local-dublin-audit",
      s3_bucket_name: "clover-local-monitor-dublin-archive-900000000009",
      s3_key_prefix: "dublin",
      kms_key_id: KEY,
      enable_log_file_validation: true,
      is_multi_region_trail: true,
      ...changes,
    },
  },
});

export const accountTrailExamples: Examples = {
  policy: "AUD-001",
  pass: {
    "the trail is whole and goes to the declared archive": trail(),
  },
  fail: {
    "there is no trail": {},
    "the trail sees one region": trail({ is_multi_region_trail: false }),
    "altered files go unnoticed": trail({ enable_log_file_validation: false }),
    "it is switched off": trail({ enable_logging: false }),
    "global services are left out": trail({ include_global_service_events: false }),
    "no key is named": trail({ kms_key_id: null }),
    "the key is another archive's": trail({ kms_key_id: KEY.replace(/3$/, "4") }),
    "the bucket is the operator's own": trail({ s3_bucket_name: "clover-local-dublin-logs" }),
    "the prefix is another stack's": trail({ s3_key_prefix: "norway" }),
    "the archive does not let it in, by its name": trail({ name: "another" }),
  },
  undecided: {
    "a variable decides whether it logs": trail({ enable_logging: "${var.logging}" }),
    "the bucket comes through a function": trail({ s3_bucket_name: '${join("-", ["archive", "1"])}' }),
    "an expression decides whether it exists": trail({ count: "${var.trails}" }),
  },
};
