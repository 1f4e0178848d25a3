import { AccountBaseline } from "../../../constructs/account/account-baseline";
import { lockedStack, Synthesized } from "../../support/synth";

const stack = lockedStack();
new AccountBaseline(stack, "baseline", {
  securityContact: { name: "Security", title: "Security", email: "security@example.org", phone: "+35315550100" },
});
const synthesized = new Synthesized(stack);

describe("AccountBaseline", () => {
  it("lets nothing be made public: buckets, snapshots, images, documents", () => {
    expect(synthesized.only("aws_s3_account_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(synthesized.only("aws_ebs_snapshot_block_public_access")["state"]).toBe("block-all-sharing");
    expect(synthesized.only("aws_ec2_image_block_public_access")["state"]).toBe("block-new-sharing");
    expect(synthesized.only("aws_ssm_service_setting")).toMatchObject({
      setting_id: "arn:aws:ssm:eu-west-1:222222222222:servicesetting/ssm/documents/console/public-sharing-permission",
      setting_value: "Disable",
    });
  });

  it("gives instances' credentials to tokens alone, one hop away, and closes the serial console", () => {
    expect(synthesized.only("aws_ec2_instance_metadata_defaults")).toMatchObject({
      http_tokens: "required",
      http_put_response_hop_limit: 1,
    });
    expect(synthesized.only("aws_ec2_serial_console_access")["enabled"]).toBe(false);
  });

  it("looks for access from outside and for access out of use", () => {
    const types = synthesized.all("aws_accessanalyzer_analyzer").map((analyzer) => analyzer["type"]);
    expect(types.sort()).toEqual(["ACCOUNT", "ACCOUNT_UNUSED_ACCESS"]);
  });

  it("has a password policy and somebody to call", () => {
    expect(synthesized.only("aws_iam_account_password_policy")).toMatchObject({
      minimum_password_length: 16,
      password_reuse_prevention: 24,
    });
    expect(synthesized.only("aws_account_alternate_contact")).toMatchObject({
      alternate_contact_type: "SECURITY",
      email_address: "security@example.org",
    });
  });
});
