import fc from "fast-check";
import type { Principal } from "../../../../policies/access/principal";
import type { Request } from "../../../../policies/access/request";
import type { World } from "../../../../policies/access/world";

/** Small vocabularies, so that generated statements and requests meet often. */
export const HOME = "111111111111";
export const OTHER = "222222222222";
export const STRANGER = "444444444444";

export const world: World = {
  organizationOf: (account) => (account === HOME ? "o-aaaaaaaaaa" : account === OTHER ? "o-bbbbbbbbbb" : undefined),
  resourceAccount: HOME,
  resourceOrganization: "o-aaaaaaaaaa",
};

export const actions = ["s3:GetObject", "s3:GetObjectAcl", "s3:PutObject", "s3:ListBucket", "sqs:SendMessage"];
const actionPatterns = [...actions, "s3:*", "s3:Get*", "S3:getobject", "*", "s3:?etObject", "sqs:*"];
export const resources = [
  "arn:aws:s3:::box",
  "arn:aws:s3:::box/a",
  "arn:aws:s3:::box/a/b",
  "arn:aws:s3:::other/a",
  "arn:aws:sqs:eu-west-1:111111111111:queue",
];
const resourcePatterns = [
  ...resources,
  "*",
  "arn:aws:s3:::box/*",
  "arn:aws:s3:::*/a",
  "arn:aws:s3:::bo?",
  "arn:aws:s3:::box/*/b",
];

export const roles = [
  `arn:aws:iam::${HOME}:role/one`,
  `arn:aws:iam::${HOME}:role/two`,
  `arn:aws:iam::${OTHER}:role/one`,
];
export const session = `arn:aws:sts::${HOME}:assumed-role/one/day`;
export const services = ["cloudtrail.amazonaws.com", "config.amazonaws.com"];

const principalElements: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant("*"),
  fc.constant({ AWS: "*" }),
  fc.record({
    AWS: fc.uniqueArray(
      fc.constantFrom(HOME, OTHER, `arn:aws:iam::${HOME}:root`, ...roles, session, `arn:aws:iam::${HOME}:user/ann`),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({ Service: fc.constantFrom(...services) }),
  fc.record({
    Service: fc.uniqueArray(fc.constantFrom(...services), { minLength: 1 }),
    AWS: fc.constantFrom(HOME, roles[2]),
  }),
);

const some = (...values: readonly string[]) =>
  fc.oneof(fc.constantFrom(...values), fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }));

const vpces = ["vpce-1", "vpce-2", "vpce-11"];
const ips = ["10.0.0.0/8", "10.1.0.0/16", "192.168.1.1", "10.1.2.3/32"];
const texts = fc.constantFrom(
  "StringEquals",
  "StringNotEquals",
  "StringLike",
  "StringNotLike",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
);
const ifExists = (operator: fc.Arbitrary<string>) =>
  fc.tuple(operator, fc.constantFrom("", "", "IfExists")).map((parts) => parts.join(""));
const sets = (operator: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom("ForAllValues:", "ForAnyValue:"), operator).map((parts) => parts.join(""));
const one = (operator: fc.Arbitrary<string>, key: fc.Arbitrary<string>, values: fc.Arbitrary<unknown>) =>
  fc.tuple(ifExists(operator), key, values).map(([name, on, of]) => ({ [name]: { [on]: of } }));
const bool = some("true", "false");

/** One condition block each, of every family of operators. */
export const conditions: fc.Arbitrary<Record<string, Record<string, unknown>>> = fc.oneof(
  one(texts, fc.constant("aws:SourceVpce"), some(...vpces, "vpce-*", "vpce-?", "VPCE-1")),
  one(texts, fc.constantFrom("aws:PrincipalTag/team", "aws:principaltag/Team"), some("red", "blue", "r*", "*", "RED")),
  one(texts, fc.constant("aws:PrincipalAccount"), some(HOME, OTHER)),
  one(texts, fc.constant("aws:PrincipalOrgID"), some("o-aaaaaaaaaa", "o-bbbbbbbbbb", "o-*")),
  one(
    texts,
    fc.constant("s3:prefix"),
    some("", "home/", "home/${aws:PrincipalTag/team}/*", "${aws:PrincipalTag/team, 'red'}", "home/*"),
  ),
  one(
    fc.constantFrom("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"),
    fc.constant("aws:PrincipalArn"),
    some(...roles, `arn:aws:iam::*:role/one`, `arn:aws:iam::${HOME}:*`, "arn:*:iam::*:user/*"),
  ),
  one(
    fc.constantFrom("Bool"),
    fc.constantFrom(
      "aws:SecureTransport",
      "aws:PrincipalIsAWSService",
      "aws:MultiFactorAuthPresent",
      "aws:ViaAWSService",
    ),
    bool,
  ),
  one(
    fc.constantFrom(
      "NumericEquals",
      "NumericNotEquals",
      "NumericLessThan",
      "NumericLessThanEquals",
      "NumericGreaterThan",
      "NumericGreaterThanEquals",
    ),
    fc.constantFrom("s3:max-keys", "s3:TlsVersion"),
    some("1", "1.2", "10"),
  ),
  one(
    fc.constantFrom(
      "DateEquals",
      "DateNotEquals",
      "DateLessThan",
      "DateLessThanEquals",
      "DateGreaterThan",
      "DateGreaterThanEquals",
    ),
    fc.constant("aws:CurrentTime"),
    some("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
  ),
  one(fc.constantFrom("IpAddress", "NotIpAddress"), fc.constant("aws:SourceIp"), some(...ips)),
  fc.tuple(sets(ifExists(texts)), some("team", "cost", "t*")).map(([name, of]) => ({ [name]: { "aws:TagKeys": of } })),
  fc
    .tuple(
      fc.constantFrom(
        "aws:SourceVpce",
        "aws:PrincipalTag/team",
        "aws:TagKeys",
        "aws:PrincipalOrgID",
        "aws:SourceAccount",
      ),
      bool,
    )
    .map(([key, of]) => ({
      Null: { [key]: of },
    })),
  one(texts, fc.constant("aws:SourceAccount"), some(HOME, OTHER)),
  one(
    fc.constantFrom("ArnLike", "ArnNotLike"),
    fc.constant("aws:SourceArn"),
    some(`arn:aws:cloudtrail:eu-west-1:${HOME}:trail/*`, `arn:aws:cloudtrail:*:${OTHER}:*`),
  ),
);

export const statements = (principals: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record({
      Effect: fc.constantFrom("Allow", "Allow", "Deny"),
      principal: principals,
      action: fc.tuple(fc.constantFrom("Action", "Action", "NotAction"), some(...actionPatterns)),
      resource: fc.tuple(
        fc.constantFrom("Resource", "Resource", "NotResource"),
        some(
          ...resourcePatterns,
          "arn:aws:s3:::box/${aws:PrincipalTag/team}",
          "arn:aws:s3:::box/${aws:PrincipalTag/team, 'a'}",
        ),
      ),
      blocks: fc.array(conditions, { maxLength: 2 }),
    })
    .map(({ Effect, principal, action, resource, blocks }) => ({
      Effect,
      ...(principal as Record<string, unknown>),
      [action[0]]: action[1],
      [resource[0]]: resource[1],
      ...(blocks.length === 0 ? {} : { Condition: merged(blocks) }),
    }));

function merged(blocks: readonly Record<string, Record<string, unknown>>[]): Record<string, Record<string, unknown>> {
  const all: Record<string, Record<string, unknown>> = {};
  for (const block of blocks) for (const [name, keys] of Object.entries(block)) all[name] = { ...all[name], ...keys };
  return all;
}

const document = (principals: fc.Arbitrary<unknown>) =>
  fc.record({
    Version: fc.constant("2012-10-17"),
    Statement: fc.array(statements(principals), { minLength: 1, maxLength: 4 }),
  });

export const resourcePolicies = document(
  fc.oneof(
    { arbitrary: principalElements.map((Principal) => ({ Principal })), weight: 8 },
    { arbitrary: principalElements.map((NotPrincipal) => ({ NotPrincipal })), weight: 1 },
  ),
);
/** Without `NotPrincipal`, of which AWS says too little to be certain. */
export const plainResourcePolicies = document(principalElements.map((Principal) => ({ Principal })));
export const identityPolicies = document(fc.constant({}));

export const principals: fc.Arbitrary<Principal> = fc.oneof(
  fc
    .constantFrom(...roles, `arn:aws:iam::${STRANGER}:role/one`, `arn:aws:iam::${HOME}:role/three`)
    .map((arn) => ({ kind: "role" as const, arn })),
  fc.constant({ kind: "role" as const, arn: roles[0]!, session }),
  fc.constantFrom("ann", "bob").map((name) => ({ kind: "user" as const, arn: `arn:aws:iam::${HOME}:user/${name}` })),
  fc.constantFrom(HOME, OTHER).map((account) => ({ kind: "root" as const, arn: `arn:aws:iam::${account}:root` })),
  fc.constantFrom(...services, "sns.amazonaws.com").map((service) => ({ kind: "service" as const, service })),
  fc.constant({ kind: "anonymous" as const }),
);

type Carried = Record<string, string[]>;
const maybe = (key: string, ...values: readonly string[]): fc.Arbitrary<Carried> =>
  fc.option(fc.constantFrom(...values)).map((value): Carried => (value === null ? {} : { [key]: [value] }));
const always = (key: string, ...values: readonly string[]): fc.Arbitrary<Carried> =>
  fc.constantFrom(...values).map((value) => ({ [key]: [value] }));

/** What AWS may send with a request of such a principal. */
function contexts(principal: Principal): fc.Arbitrary<Carried> {
  const { kind } = principal;
  const isIdentity = kind === "role" || kind === "user" || kind === "root";
  const parts: fc.Arbitrary<Carried>[] = [
    always("aws:SecureTransport", "true", "false"),
    always(
      "aws:CurrentTime",
      "2025-06-01T00:00:00Z",
      "2026-01-01T00:00:00Z",
      "2026-06-01T00:00:00Z",
      "2027-06-01T00:00:00Z",
    ),
    maybe("s3:max-keys", "0", "1", "5", "10", "11"),
    maybe("s3:TlsVersion", "1.1", "1.2", "1.3"),
    maybe("s3:prefix", "home/", "home/red/x", "red", "blue", "home/red/", "x"),
    maybe("aws:SourceIp", "10.1.2.3", "10.2.0.1", "192.168.1.1", "8.8.8.8"),
    fc
      .option(fc.uniqueArray(fc.constantFrom("team", "cost", "tag", "Team"), { minLength: 1 }))
      .map((values): Carried => (values === null ? {} : { "aws:TagKeys": values })),
  ];
  if (kind !== "service") parts.push(maybe("aws:SourceVpce", ...vpces, "vpce-3"));
  if (kind === "role" || kind === "user") {
    parts.push(
      maybe("aws:PrincipalTag/team", "red", "blue", "a", "RED"),
      maybe("aws:MultiFactorAuthPresent", "true", "false"),
    );
  }
  if (isIdentity) {
    parts.push(always("aws:ViaAWSService", "true", "false"));
    if (principal.arn.includes(STRANGER)) parts.push(maybe("aws:PrincipalOrgID", "o-aaaaaaaaaa", "o-cccccccccc"));
  } else parts.push(maybe("aws:ViaAWSService", "false"));
  if (kind === "service") {
    parts.push(
      fc
        .option(fc.constantFrom(HOME, OTHER, STRANGER))
        .map((account): Carried =>
          account === null
            ? {}
            : { "aws:SourceAccount": [account], "aws:SourceArn": [`arn:aws:cloudtrail:eu-west-1:${account}:trail/t`] },
        ),
    );
  }
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Carried);
}

export const requests = (from: fc.Arbitrary<Principal> = principals): fc.Arbitrary<Request> =>
  from.chain((principal) =>
    fc.record({
      principal: fc.constant(principal),
      action: fc.constantFrom(...actions),
      resource: fc.constantFrom(...resources),
      context: contexts(principal),
    }),
  );

/** The request with every key that its principal determines. */
export function complete(request: Request): Request {
  const { principal } = request;
  const account = "arn" in principal ? principal.arn.split(":")[4]! : undefined;
  const organization = account === undefined ? undefined : world.organizationOf(account);
  const derived: Record<string, readonly string[]> = {
    ...(principal.kind === "anonymous" ? {} : { "aws:PrincipalIsAWSService": [String(principal.kind === "service")] }),
    ...("arn" in principal ? { "aws:PrincipalArn": [principal.arn], "aws:PrincipalAccount": [account!] } : {}),
    ...(organization === undefined ? {} : { "aws:PrincipalOrgID": [organization] }),
  };
  return { ...request, context: { ...derived, ...request.context } };
}
