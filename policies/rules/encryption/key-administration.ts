import { grantsAny } from "../../access/question";
import type { EachResource } from "../../policy";
import { all, type Verdict } from "../../verdict";
import { aboutKey, judgeKeyPolicy, KEY_TYPES, namedPrincipals, withoutNamed } from "./key-policy";

const ADMINISTRATION = [
  "kms:DeleteImportedKeyMaterial",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:PutKeyPolicy",
  "kms:ReplicateKey",
  "kms:ScheduleKeyDeletion",
  "kms:UpdatePrimaryRegion",
];

export const keyAdministration: EachResource = {
  kind: "each",
  id: "ENC-008",
  title: "Only roles that a key names administer it, and none of them can use it",
  severity: "critical",
  controls: ["B16", "B17"],
  rationale:
    "Whoever can both change a key's policy and decrypt with it needs nobody's consent to read people's data. A key that gives its account everything leaves that to every administrator of the account.",
  remediation: "Build the key with DataKey and name its administrators by their ARNs; let nobody use the key directly.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
    "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-kms-best-practices/iam-policies.html",
  ],
  construct: "encryption/data-key",
  types: KEY_TYPES,

  check(key, context) {
    return judgeKeyPolicy(key, (policy) => {
      const named = namedPrincipals(policy.document, key.account);
      const administration = aboutKey(key, context, { actions: ADMINISTRATION });
      const apart = named.map((arn): readonly Verdict[] => {
        const principals = [{ kind: "principal", arn } as const];
        if (grantsAny(policy.document, { ...administration, principals }).answer === "no") return [];
        const directly = aboutKey(key, context, { principals, context: { "kms:ViaService": "absent" } });
        return [policy.mustNotGrant(directly, "administrators who cannot use the key")];
      });
      return all(
        policy.mustNotGrant(
          administration,
          "administration by roles of its account that it names alone",
          withoutNamed(policy.document, named),
        ),
        ...apart.flat(),
      );
    });
  },
};
