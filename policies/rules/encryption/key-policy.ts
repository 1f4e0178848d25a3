import type { Context } from "../../context";
import type { Question } from "../../access/question";
import type { PolicyDocument } from "../../access/document";
import type { Resource } from "../../model/resource";
import type { Verdict } from "../../verdict";
import { judgeAttached, type AttachedPolicy } from "../attached-policy";
import { beyond } from "../beyond";
import { worldOf } from "../estate-world";

/** Everything that has a key policy. */
export const KEY_TYPES: readonly string[] = [
  "aws_kms_key",
  "aws_kms_external_key",
  "aws_kms_replica_key",
  "aws_kms_replica_external_key",
];
/** What turns data into ciphertext or back, or lets somebody do so. */
export const USE: readonly string[] = [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DeriveSharedSecret",
  "kms:Encrypt",
  "kms:GenerateDataKey*",
  "kms:GenerateMac",
  "kms:ReEncrypt*",
  "kms:Sign",
];

/** What `judge` says of a key's policy. Without one AWS gives the account's root user everything, so that fails. */
export function judgeKeyPolicy(key: Resource, judge: (policy: AttachedPolicy) => Verdict): Verdict {
  return judgeAttached(key, { inline: "policy", companion: { type: "aws_kms_key_policy", by: "key_id" } }, judge);
}

/** A question about one key; by default who at all may use it. */
export function aboutKey(key: Resource, { estate }: Context, question: Partial<Question>): Question {
  const arn = key.attribute("arn");
  return {
    principals: [{ kind: "anyone" }],
    actions: USE,
    resources: [typeof arn === "string" ? arn : "*"],
    world: worldOf(estate, key.account),
    ...question,
  };
}

/** The roles and users of the key's own account that its policy lets in by their exact ARN. */
export function namedPrincipals({ statements }: PolicyDocument, account: string): readonly string[] {
  const named = statements.flatMap(({ effect, principals }) => (effect === "Allow" ? (principals?.aws ?? []) : []));
  return [...new Set(named.filter((arn) => arn.split(":")[4] === account && !arn.endsWith(":root")))];
}

/** The document without what it gives to those whom it names: what is left is given to whoever comes. */
export function withoutNamed(document: PolicyDocument, named: readonly string[]): PolicyDocument {
  if (named.length === 0) return document;
  return beyond(document, [{ Principal: "*", Condition: { ArnEquals: { "aws:PrincipalArn": named } } }]);
}
