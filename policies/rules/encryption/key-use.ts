import type { Context } from "../../context";
import { auditSources } from "../../../config/names";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all } from "../../verdict";
import { beyond } from "../beyond";
import { aboutKey, judgeKeyPolicy, KEY_TYPES, namedPrincipals, USE, withoutNamed } from "./key-policy";

/** What services themselves put into the encryption context: the ARN of what they encrypt. */
const SET_BY_SERVICES: Readonly<Record<string, string>> = {
  "kms:EncryptionContext:aws:logs:arn": "logs",
  "kms:EncryptionContext:aws:cloudtrail:arn": "cloudtrail",
  "kms:EncryptionContext:SecretARN": "secretsmanager",
};

export const keyUse: EachResource = {
  kind: "each",
  id: "ENC-009",
  title: "A key is used through AWS services, for the accounts that it is for, or by roles that it names",
  severity: "critical",
  controls: ["B16"],
  rationale:
    "A key that anybody in the account can call by itself decrypts what was copied out of the store that guards it. A service that is bound to no account is everybody's deputy.",
  remediation:
    "Build the key with DataKey: allowUseThrough binds principals to one service and the account, allowService a service to its source.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  ],
  construct: "encryption/key-policy",
  types: KEY_TYPES,

  check(key, context) {
    const accounts = accountsOf(key, context);
    const directly = aboutKey(key, context, {
      principals: [{ kind: "anonymous" }, { kind: "outside", accounts: [] }],
      context: { "kms:ViaService": "absent" },
    });
    const byServices = aboutKey(key, context, {
      principals: [{ kind: "service" }],
      actions: USE,
      sources: [{ kind: "none" }, { kind: "outside", accounts }],
    });
    return judgeKeyPolicy(key, (policy) => {
      const named = namedPrincipals(policy.document, key.account);
      const ofOwnResources = accounts.flatMap((account) =>
        Object.entries(SET_BY_SERVICES).map(([key, service]) => ({
          Principal: "*" as const,
          Condition: { ArnLike: { [key]: `arn:*:${service}:*:${account}:*` } },
        })),
      );
      return all(
        policy.mustNotGrant(
          directly,
          "use through an AWS service, or by a named role",
          withoutNamed(policy.document, named),
        ),
        policy.mustNotGrant(
          byServices,
          `services that act for ${accounts.join(" or ")}`,
          beyond(policy.document, ofOwnResources),
        ),
      );
    });
  },
};

/** Its own account, and the one whose audit logs it is for. */
function accountsOf(key: Resource, { estate }: Context): readonly string[] {
  const arn = key.attribute("arn");
  const audited = auditSources(estate).filter(({ stack }) => estate.monitor.archiveKeyArns[stack] === arn);
  return [key.account, ...audited.map(({ account }) => account)];
}
