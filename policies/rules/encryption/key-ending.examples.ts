import type { Examples } from "../../examples";
import { administration, allow, DEPLOYER, keyWith, throughS3 } from "./example-key";

const ending = keyWith(administration, allow({ AWS: DEPLOYER }, ["kms:ScheduleKeyDeletion", "kms:DisableKey"]));

export const keyEndingExamples: Examples = {
  policy: "ENC-011",
  pass: {
    "nobody is allowed to": keyWith(administration, throughS3),
    "it is allowed and denied": keyWith(allow({ AWS: DEPLOYER }, "kms:*"), {
      Effect: "Deny",
      Principal: "*",
      Action: ["kms:Schedule*", "kms:Disable*", "kms:Delete*"],
      Resource: "*",
    }),
  },
  fail: {
    "the administrator may": ending,
    "a wildcard allows it": keyWith(allow({ AWS: DEPLOYER }, "kms:Schedule*")),
    "a denial never holds": keyWith(allow({ AWS: DEPLOYER }, "kms:DisableKey"), {
      Effect: "Deny",
      Principal: "*",
      Action: "kms:DisableKey",
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-nobody00000" } },
    }),
  },
  undecided: {
    "the policy comes from a function": { aws_kms_key: { data: { policy: '${file("key.json")}' } } },
  },
  notApplicable: {
    "the key is the enclave's, which has to end": { stacks: { enclave: { resource: ending } } },
  },
};
