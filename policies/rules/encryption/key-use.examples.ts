import type { Examples } from "../../examples";
import { ACCOUNT, administration, allow, keyWith, throughS3 } from "./example-key";

const events = (Condition?: unknown) => allow({ Service: "events.amazonaws.com" }, "kms:Decrypt", Condition);

export const keyUseExamples: Examples = {
  policy: "ENC-009",
  pass: {
    "principals of the account come through S3": keyWith(administration, throughS3),
    "a role is named that uses the key itself": keyWith(
      administration,
      allow({ AWS: `arn:aws:iam::${ACCOUNT}:role/signer` }, "kms:Decrypt"),
    ),
    "a service acts for the account": keyWith(events({ StringEquals: { "aws:SourceAccount": ACCOUNT } })),
    "a service encrypts a log group of the account": keyWith(
      allow({ Service: "logs.eu-west-1.amazonaws.com" }, "kms:Decrypt", {
        ArnEquals: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:a` },
      }),
    ),
  },
  fail: {
    "everybody of the account calls the key itself": keyWith(
      allow("*", "kms:Decrypt", { StringEquals: { "kms:CallerAccount": ACCOUNT } }),
    ),
    "the account is let in as a whole": keyWith(allow({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, "kms:Decrypt")),
    "the service is only asked for where one is said": keyWith(
      allow("*", "kms:Decrypt", {
        StringEquals: { "kms:CallerAccount": ACCOUNT },
        StringLikeIfExists: { "kms:ViaService": "s3.*" },
      }),
    ),
    "a service acts for anybody": keyWith(events()),
    "a service acts for another account too": keyWith(
      events({ StringEquals: { "aws:SourceAccount": [ACCOUNT, "111122223333"] } }),
    ),
    "a service encrypts log groups of any account": keyWith(
      allow({ Service: "logs.eu-west-1.amazonaws.com" }, "kms:Decrypt", {
        ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:*:*:*" },
      }),
    ),
  },
  undecided: {
    "the source account comes from a variable": keyWith(
      events({ StringEquals: { "aws:SourceAccount": "${var.account}" } }),
    ),
  },
};
