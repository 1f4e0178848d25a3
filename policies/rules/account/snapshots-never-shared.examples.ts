import type { Examples } from "../../examples";

const blocks = (snapshots: string, images: string) => ({
  aws_ebs_snapshot_block_public_access: { account: { state: snapshots } },
  aws_ec2_image_block_public_access: { account: { state: images } },
});

export const snapshotsNeverSharedExamples: Examples = {
  policy: "ACC-003",
  pass: { "both are blocked": blocks("block-all-sharing", "block-new-sharing") },
  fail: {
    "neither is blocked": {},
    "what is shared already stays shared": blocks("block-new-sharing", "block-new-sharing"),
    "images are not blocked": blocks("block-all-sharing", "unblocked"),
  },
  undecided: { "a variable decides": blocks("${var.state}", "block-new-sharing") },
};
