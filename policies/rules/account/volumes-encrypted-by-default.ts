import type { WholeEstate } from "../../policy";
import { pass } from "../../verdict";
import { samePlace } from "../same-place";
import { settingInEveryAccount } from "./in-every-account";

export const volumesEncryptedByDefault: WholeEstate = {
  kind: "whole",
  id: "ACC-002",
  title: "Every new volume of a declared account is encrypted with a key of that account",
  severity: "high",
  controls: ["B18", "B10"],
  rationale: "A volume that somebody makes in passing holds copies of users' data too, and its snapshots outlive it.",
  remediation: "Give every account's stack an EbsEncryption with the stack's own DataKey.",
  sources: ["https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html"],
  construct: "encryption/ebs-encryption",

  check(context) {
    const enabled = settingInEveryAccount(context, "aws_ebs_encryption_by_default", (setting) => {
      const value = setting.value("enabled");
      return value.isAbsent ? pass(value.at) : value.mustBe(true);
    });
    const keys = settingInEveryAccount(context, "aws_ebs_default_kms_key", (setting) =>
      setting
        .value("key_arn")
        .mustReferTo(`a key in ${setting.account}, ${setting.region}`, ["aws_kms_key"], (key) =>
          samePlace(key, setting),
        ),
    );
    return [...enabled, ...keys];
  },
};
