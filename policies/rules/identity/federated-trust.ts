import { grants } from "../../access/question";
import type { PolicyDocument } from "../../access/document";
import type { EachResource } from "../../policy";
import { beyond } from "../beyond";
import type { Permitted } from "../denial-of";
import { nothingGranted } from "../nothing-granted";
import { assumption, trustOf } from "./access-trust";

const SUBJECT = /^(?<provider>[\w.-]+\.[\w.-]+(\/[\w./-]*)?):sub$/i;

export const federatedTrust: EachResource = {
  kind: "each",
  id: "IDN-003",
  title:
    "A token of an identity provider opens a role only for one exact subject and audience, and the people's role opens to nothing else",
  severity: "critical",
  controls: ["E40", "E41", "H62"],
  rationale:
    "A provider such as GitHub signs tokens for everybody. A role that does not demand one exact subject and audience is open to every repository, branch or person that the pattern happens to match. Who else may act in the people's role may forge the tags that say where somebody works.",
  remediation:
    "Demand `sub` and `aud` with StringEquals and whole values; let people arrive in the declared people's role alone.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html",
  ],
  types: ["aws_iam_role"],

  check(role, context) {
    const trust = trustOf(role);
    const isPeopleRole = role.attribute("arn") === context.estate.organization.peopleRoleArn;
    const permitted = [...exactTokens(trust), ...(isPeopleRole ? exactAssertions(trust) : [])];
    // Whoever else acts in the people's role, or tags its sessions, says of themselves who they are.
    const principals = [{ kind: isPeopleRole ? "anyone" : "federated" }] as const;
    const found = grants(beyond(trust, permitted), assumption(role, context, { principals }));
    return nothingGranted(role.value("assume_role_policy").at, found, "one exact subject and audience");
  },
};

/** Tokens of the subjects and audiences that the document itself names as a whole: a pattern names more than these. */
function exactTokens(trust: PolicyDocument): readonly Permitted[] {
  const keys = trust.statements.flatMap(({ conditions }) => conditions.map(({ key }) => key));
  const providers = new Set(keys.flatMap((key) => SUBJECT.exec(key)?.groups?.["provider"] ?? []));
  return [...providers].flatMap((provider) => {
    const subjects = wholeValues(trust, `${provider}:sub`);
    const audiences = wholeValues(trust, `${provider}:aud`);
    if (subjects.length === 0 || audiences.length === 0) return [];
    const exact = { [`${provider}:sub`]: subjects, [`${provider}:aud`]: audiences };
    return [{ Principal: "*" as const, Condition: { StringEquals: exact } }];
  });
}

/** People who sign in with SAML, at the audience that the document names. */
function exactAssertions(trust: PolicyDocument): readonly Permitted[] {
  const audiences = wholeValues(trust, "SAML:aud");
  return audiences.length === 0 ? [] : [{ Principal: "*", Condition: { StringEquals: { "SAML:aud": audiences } } }];
}

function wholeValues({ statements }: PolicyDocument, key: string): readonly string[] {
  const conditions = statements.flatMap((statement) => (statement.effect === "Allow" ? statement.conditions : []));
  return conditions
    .filter((condition) => condition.key.toLowerCase() === key.toLowerCase())
    .flatMap(({ values }) => values)
    .filter((value) => !/[*?]|\$\{/.test(value));
}
