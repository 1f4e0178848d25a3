import type { Examples } from "../../examples";

const key = { aws_kms_key: { own: {} } };
const ARN = "${aws_kms_key.own.arn}";
const database = (more: Readonly<Record<string, unknown>>) => ({
  ...key,
  aws_db_instance: { people: { storage_encrypted: true, kms_key_id: ARN, ...more } },
});
const rules = (encryption_configuration?: unknown) => ({
  ...key,
  aws_networkfirewall_rule_group: { gateway: { name: "gateway", encryption_configuration } },
});

export const secondKeysExamples: Examples = {
  policy: "ENC-004",
  pass: {
    "query insights have the site's key": database({
      performance_insights_enabled: true,
      performance_insights_kms_key_id: ARN,
    }),
    "firewall rules have the site's key": rules({ type: "CUSTOMER_KMS", key_id: ARN }),
    "the trail has the monitor's declared key": {
      aws_cloudtrail: {
        audit: { kms_key_id: "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000103" },
      },
    },
  },
  fail: {
    "query insights are on and have none": database({ performance_insights_enabled: true }),
    "the secret that the service keeps has none": database({ manage_master_user_password: true }),
    "firewall rules have none": rules(),
    "firewall rules name a key and do not use it": rules({ type: "AWS_OWNED_KMS_KEY", key_id: ARN }),
    "one of two disks has none": {
      ...key,
      aws_instance: {
        worker: { ebs_block_device: [{ device_name: "a", encrypted: true, kms_key_id: ARN }, { device_name: "b" }] },
      },
    },
    "the trail has another stack's key of the monitor": {
      aws_cloudtrail: {
        audit: { kms_key_id: "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000104" },
      },
    },
  },
  undecided: {
    "a variable decides whether insights are on": database({ performance_insights_enabled: "${var.insights}" }),
    "the key comes from a data source": rules({ type: "CUSTOMER_KMS", key_id: "${data.aws_kms_key.other.arn}" }),
  },
  notApplicable: {
    "nothing is kept beside the data": database({}),
  },
};
