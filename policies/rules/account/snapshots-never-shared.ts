import type { WholeEstate } from "../../policy";
import { settingInEveryAccount } from "./in-every-account";

export const snapshotsNeverShared: WholeEstate = {
  kind: "whole",
  id: "ACC-003",
  title: "No snapshot and no image of a declared account can be shared with everybody",
  severity: "critical",
  controls: ["C25", "G51"],
  rationale: "A snapshot that is shared by mistake is a whole disk of users' data that anybody can copy to any region.",
  remediation: "Build every account's stack on AccountBaseline.",
  sources: ["https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html"],
  construct: "account/account-baseline",

  check(context) {
    return [
      ...settingInEveryAccount(context, "aws_ebs_snapshot_block_public_access", (block) =>
        block.value("state").mustBe("block-all-sharing"),
      ),
      ...settingInEveryAccount(context, "aws_ec2_image_block_public_access", (block) =>
        block.value("state").mustBe("block-new-sharing"),
      ),
    ];
  },
};
