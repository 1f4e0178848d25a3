import type { WholeEstate } from "../../policy";
import { all, pass } from "../../verdict";
import { settingInEveryAccount } from "./in-every-account";

export const bucketsNeverPublic: WholeEstate = {
  kind: "whole",
  id: "ACC-001",
  title: "No bucket of a declared account can be made public",
  severity: "critical",
  controls: ["G51", "C25", "H58"],
  rationale:
    "One wrong bucket policy or access list publishes users' data to the world; the account's block holds whatever a bucket says.",
  remediation: "Build every account's stack on AccountBaseline.",
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"],
  construct: "account/account-baseline",

  check(context) {
    return settingInEveryAccount(context, "aws_s3_account_public_access_block", (block) => {
      const account = block.value("account_id");
      return all(
        block.value("block_public_acls").mustBe(true),
        block.value("block_public_policy").mustBe(true),
        block.value("ignore_public_acls").mustBe(true),
        block.value("restrict_public_buckets").mustBe(true),
        account.isAbsent ? pass(account.at) : account.mustBe(block.account),
      );
    });
  },
};
