import { deployRoleArn } from "../../../config/names";
import { ENCLAVE } from "../../../config/places";
import type { WholeEstate } from "../../policy";
import { deniedToMembers, exceptRole } from "./denied-to-members";

export const keyGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-007",
  title: "Keys of a member account stay in their region and are kept, and are granted to AWS services alone",
  severity: "critical",
  controls: ["A4", "B15", "B17"],
  rationale:
    "A key that can be copied decrypts the data wherever the copy is; a grant gives the key away without a trace in any policy; and a key that is deleted takes the data with it for good.",
  remediation: "Attach the guardrails of GuardrailPolicies, with copyDeny among them, to the account's unit.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-auth.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource",
  ],
  construct: "organization/guardrails/copy-deny",

  check(context) {
    return deniedToMembers(context, (member) => {
      const retiring = member.stack === ENCLAVE ? exceptRole(deployRoleArn(context.estate, member)) : [];
      return [
        {
          expected: "nobody makes a multi-region key",
          actions: ["kms:CreateKey"],
          context: { "kms:MultiRegion": ["true"] },
        },
        { expected: "nobody copies a key", actions: ["kms:ReplicateKey", "kms:UpdatePrimaryRegion"] },
        {
          expected: "nobody brings key material from outside",
          actions: ["kms:CreateCustomKeyStore", "kms:ImportKeyMaterial"],
        },
        {
          expected: "nobody grants a key but to an AWS service",
          actions: ["kms:CreateGrant"],
          except: [{ Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } }],
        },
        {
          expected: "nobody ends a key",
          actions: ["kms:DisableKey", "kms:ScheduleKeyDeletion"],
          except: retiring,
        },
      ];
    });
  },
};
