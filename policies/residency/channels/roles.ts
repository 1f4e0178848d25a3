import { JURISDICTIONS } from "../../../config/geography";
import { dnsSuffix } from "../../../config/place";
import type { PolicyDocument } from "../../access/document";
import type { Grant } from "../../access/question";
import type { Resource } from "../../model/resource";
import { permittedBy } from "../../rules/identity/access-trust";
import { heldPolicies } from "../../rules/identity/held-policies";
import { isVisit } from "../../rules/identity/visits";
import { beyond, type Permitted } from "../../rules/beyond";
import { documentIn } from "../../rules/policy-values";
import { ask } from "../ask";
import type { Atlas } from "../atlas";
import { at, type Channel, type Passage, type Surroundings } from "../channel";
import type { Node } from "../node";
import { strangersIn, type Asked } from "../strangers";

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
const COUNTRY = "aws:PrincipalTag/country-of-work";
/** Actions that show what stores hold, or with which a role can give itself that. */
const READING = [
  "athena:GetQueryResults",
  "backup:StartRestoreJob",
  "dynamodb:*Get*",
  "dynamodb:PartiQLSelect",
  "dynamodb:Query",
  "dynamodb:Scan",
  "ebs:GetSnapshotBlock",
  "ecr:BatchGetImage",
  "iam:Attach*",
  "iam:Put*",
  "kinesis:GetRecords",
  "logs:FilterLogEvents",
  "logs:GetLogEvents",
  "logs:StartQuery",
  "rds-data:*",
  "s3:GetObject*",
  "secretsmanager:*GetSecretValue",
  "sqs:ReceiveMessage",
  "ssm:GetParameter*",
  "ssm:StartSession",
  "sts:AssumeRole",
];
/** Whoever attaches AWS's own policy that denies everything gives nobody anything. */
const GIVES_NOTHING: Permitted = {
  Action: ["iam:AttachRolePolicy"],
  Condition: { ArnLike: { "iam:PolicyARN": ["arn:*:iam::aws:policy/AWSDenyAll"] } },
};
/** Of AWS's own policies those that show configuration alone. */
const SHOWS_NO_CONTENT = /:policy\/(SecurityAudit|job-function\/ViewOnlyAccess)$/;

/** Roles: what they may read, and who may take them on. */
export const roles: readonly Channel[] = [
  {
    title: "Permissions of a role",
    types: ["aws_iam_role"],
    moves: "access",
    what: "Whoever has taken on a role reads what its policies allow it to read",
    source: `${IAM}/access_policies_identity-vs-resource.html`,
    claims: ["managed_policy_arns"],
    find: permissions,
  },
  {
    title: "Assumption of a role",
    types: ["aws_iam_role"],
    moves: "access",
    what: "Principals that the trust policy lets in, of another account or in another role, and machines with a certificate may take the role on",
    source: `${IAM}/id_roles_terms-and-concepts.html`,
    claims: ["assume_role_policy"],
    find: assumers,
  },
  {
    title: "People's access",
    types: ["aws_iam_role"],
    moves: "access",
    what: "People of a country of work, as their sign-in tells it, may take the role on",
    source: `${IAM}/id_session-tags.html`,
    claims: [],
    find: visitors,
  },
];

function* permissions(role: Resource, { atlas }: Surroundings): Generator<Passage> {
  const { written, unread } = heldPolicies(role, atlas.context);
  const from = atlas.place(role);
  const to = atlas.holder("role", role);
  const arn = role.attribute("arn");
  if (typeof arn !== "string") return;
  for (const { value, document: held } of written) {
    const document = beyond(held, [GIVES_NOTHING]);
    const principals = [{ kind: "principal", arn }] as const;
    const [found] = ask(
      document,
      { principals, actions: READING, resources: ["*"] },
      role.account,
      atlas.context.estate,
    );
    if (!found) continue;
    const statement = found.statement ? `.Statement[${found.statement.index}]` : "";
    const unclassified = beyond(document, lessThanRestricted(document, atlas));
    const [restricted] = ask(
      unclassified,
      { principals, actions: READING, resources: ["*"] },
      role.account,
      atlas.context.estate,
    );
    yield { from, to, at: at(value, statement), ...(restricted ? {} : { carries: "interoperable" }) };
  }
  for (const value of unread.filter(({ text }) => !SHOWS_NO_CONTENT.test(text ?? "")))
    yield { from, to, at: at(value) };
}

/** What a document names that holds nothing restricted. */
function lessThanRestricted({ statements }: PolicyDocument, atlas: Atlas): readonly Permitted[] {
  const resources = statements
    .flatMap((statement) => statement.resources ?? [])
    .filter((arn) => {
      const resource = atlas.named(arn.replace(/\/(index\/)?\*$/, ""));
      const holds = resource && atlas.ofResource(resource).holds;
      return holds !== undefined && holds !== "restricted";
    });
  return resources.length === 0 ? [] : [{ Resource: resources }];
}

function readsRestricted(role: Resource, around: Surroundings): boolean {
  return [...permissions(role, around)].some(({ carries }) => carries === undefined);
}

function* assumers(role: Resource, around: Surroundings): Generator<Passage> {
  const value = role.value("assume_role_policy");
  if (value.isAbsent) return;
  const { atlas } = around;
  const from = atlas.holder("role", role);
  const people = atlas.context.estate.organization.peopleRoleArn;
  const trust = beyond(documentIn(value), [
    { Principal: "*", Condition: { ArnEquals: { "aws:PrincipalArn": people } } },
  ]);
  const [names, document] = [namedRoles(trust.statements, role, atlas), withoutServices(trust)];
  const named = new Set<string>();
  for (const { statement, resource } of names) {
    named.add(atlas.account(resource.account).id);
    yield { from, to: atlas.holder("role", resource), at: at(value, `.Statement[${statement}]`) };
  }
  for (const { statement, answer, why } of byCertificate(trust, role, around)) {
    const to =
      answer === "yes" ? atlas.everyone("whoever shows a certificate") : atlas.unknown(why ?? "a trust policy");
    yield { from, to, at: at(value, statement ? `.Statement[${statement.index}]` : "") };
  }
  const { auditorPrincipals, externalId, account } = atlas.context.estate.monitor;
  const auditors: Permitted = {
    Principal: { AWS: auditorPrincipals },
    Condition: { StringEquals: { "sts:ExternalId": externalId } },
  };
  const asked: Asked = { document, account: role.account, actions: ["sts:*"], reading: ["sts:AssumeRole*"] };
  // The monitor is let in for audit data, and for nothing else: what its own two roles may do is asked action by action.
  const isInvited = isVisit(role, atlas.context) && !readsRestricted(role, around);
  const invited = isInvited ? [auditors] : [];
  for (const { node, statement } of strangersIn({ ...asked, document: beyond(document, invited) }, atlas)) {
    if (named.has(node.id)) continue;
    yield { from, to: node, at: at(value, statement === undefined ? "" : `.Statement[${statement}]`) };
  }
  const isAuditor =
    isInvited &&
    account !== role.account &&
    strangersIn(asked, atlas).some(({ node }) => node === atlas.account(account));
  if (isAuditor) yield { from, to: atlas.account(account), at: at(value), carries: "audit", declaredBy: "monitor" };
}

/** Services that give a role on to machines anywhere, which show a certificate of whatever authority they are told. */
const BY_CERTIFICATE = ["credentials.iot", "rolesanywhere"];

function byCertificate(document: PolicyDocument, role: Resource, { atlas }: Surroundings): readonly Grant[] {
  const suffix = dnsSuffix(role.partition);
  const principals = BY_CERTIFICATE.map((name) => ({ kind: "service", service: `${name}.${suffix}` }) as const);
  return ask(document, { principals, actions: ["sts:*"], resources: ["*"] }, role.account, atlas.context.estate);
}

/** That a service takes a role on is a matter of its own account: nobody passes a role to another one's. */
function withoutServices(document: PolicyDocument): PolicyDocument {
  return beyond(document, [{ Principal: "*", Condition: { Bool: { "aws:PrincipalIsAWSService": "true" } } }]);
}

/** The roles of the output that a trust policy names. */
function namedRoles(
  statements: PolicyDocument["statements"],
  role: Resource,
  atlas: Atlas,
): readonly { readonly statement: number; readonly resource: Resource }[] {
  return statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ principals, index }) =>
      (principals?.aws ?? []).flatMap((arn) => {
        const resource = atlas.named(arn);
        return resource?.type === "aws_iam_role" && resource !== role ? [{ statement: index, resource }] : [];
      }),
    );
}

function* visitors(role: Resource, around: Surroundings): Generator<Passage> {
  const { atlas, declared } = around;
  const value = role.value("assume_role_policy");
  if (value.isAbsent) return;
  const { estate } = atlas.context;
  const document = documentIn(value);
  const principals = [{ kind: "principal", arn: estate.organization.peopleRoleArn }] as const;
  const grantsTo = (context: Readonly<Record<string, readonly string[]>>, asked = document): readonly Grant[] =>
    ask(asked, { principals, actions: ["sts:AssumeRole"], resources: ["*"], context }, role.account, estate);
  if (grantsTo({}).length === 0) return;
  const from = atlas.holder("role", role);
  const mayReadAnything = !readsRestricted(role, around);
  const accesses = declared
    .accessesAt(role.stack)
    .filter(({ dataClasses }) => mayReadAnything || dataClasses.includes("restricted"));
  const undeclared = beyond(
    document,
    accesses.map((access) => permittedBy(access, estate)),
  );
  const outside = JURISDICTIONS.filter((country) => country !== "EEA" && !atlas.isProtected(country));
  const found = [...grantsTo({ [COUNTRY]: outside }, undeclared), ...grantsTo({}, undeclared)];
  const seen = new Set<Node>();
  for (const grant of found) {
    const node = peopleOf(grant, atlas);
    if (seen.has(node)) continue;
    seen.add(node);
    yield { from, to: node, at: at(value, grant.statement ? `.Statement[${grant.statement.index}]` : "") };
  }
  for (const access of accesses) {
    if (grantsTo({ [COUNTRY]: [access.countryOfWork], "aws:PrincipalTag/role": [access.role] }).length === 0) continue;
    yield { from, to: atlas.people(access.countryOfWork), at: at(value), declaredBy: `access ${access.id}` };
  }
}

/** Whoever a grant lets in. Where no country is asked for, people of any country come in. */
function peopleOf({ answer, request, why }: Grant, atlas: Atlas): Node {
  if (answer === "unknown") return atlas.unknown(why ?? "a trust policy");
  return atlas.people(request?.context[COUNTRY.toLowerCase()]?.[0]);
}
