import type { Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, undecided, type Verdict } from "../../verdict";
import type { AttachedPolicy } from "../attached-policy";
import { keptFor } from "../audit/archive";
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
    return judgeKeyPolicy(key, (policy) => all(directly(policy, key, context), byServices(policy, key, context)));
  },
};

function directly(policy: AttachedPolicy, key: Resource, context: Context): Verdict {
  return policy.mustNotGrant(
    aboutKey(key, context, {
      principals: [{ kind: "anonymous" }, { kind: "outside", accounts: [] }],
      context: { "kms:ViaService": "absent" },
    }),
    "use through an AWS service, or by a named role",
    withoutNamed(policy.document, namedPrincipals(policy.document, key.account)),
  );
}

/** Services act for the key's own account, and for the one whose audit logs it is for. */
function byServices(policy: AttachedPolicy, key: Resource, context: Context): Verdict {
  const audited = (answer: Answer) =>
    keptFor(context)
      .filter(({ sinks }) => key.has("arn", sinks.keyArn) === answer)
      .map(({ source }) => source.account);
  const verdict = actingFor(policy, key, context, [key.account, ...audited("yes")]);
  if (verdict.outcome !== "fail") return verdict;
  const perhaps = audited("unknown").find(
    (account) => actingFor(policy, key, context, [key.account, account]).outcome !== "fail",
  );
  if (perhaps === undefined) return verdict;
  return undecided(verdict.at, `${verdict.actual}, unless it is the key of ${perhaps}'s archive`, verdict.expected);
}

function actingFor(policy: AttachedPolicy, key: Resource, context: Context, accounts: readonly string[]): Verdict {
  const ofOwnResources = accounts.flatMap((account) =>
    Object.entries(SET_BY_SERVICES).map(([key, service]) => ({
      Principal: "*" as const,
      Condition: { ArnLike: { [key]: `arn:*:${service}:*:${account}:*` } },
    })),
  );
  return policy.mustNotGrant(
    aboutKey(key, context, {
      principals: [{ kind: "service" }],
      actions: USE,
      sources: [{ kind: "none" }, { kind: "outside", accounts }],
    }),
    `services that act for ${accounts.join(" or ")}`,
    beyond(policy.document, ofOwnResources),
  );
}
