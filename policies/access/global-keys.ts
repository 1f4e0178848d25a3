import {
  byIdentities,
  byServices,
  byTagged,
  callerAccount,
  type ConditionKey,
  everyRequest,
  identityOrganization,
  key,
  carriedValue,
  list,
  signed,
  sourceOrganization,
  throughEndpoints,
} from "./carried";
import { hasAccount, type PrincipalClass } from "./principal-class";

/** What AWS documents of `aws:PrincipalType`. */
const TYPES: Readonly<Partial<Record<PrincipalClass["kind"], string>>> = {
  anonymous: "Anonymous",
  root: "Account",
  user: "User",
  role: "AssumedRole",
  federatedUser: "FederatedUser",
};

/** Of one user; of users that a pattern stands for, anything. */
function usernames(names: readonly string[]): { readonly values?: readonly string[] } {
  if (names.some((arn) => /[*?]/.test(arn))) return {};
  return { values: names.map((arn) => arn.slice(arn.lastIndexOf("/") + 1)) };
}

/**
 * AWS's global condition keys, in lower case; a trailing `*` stands for the rest of a name.
 *
 * Correlated with the principal: its account, ARN, organization and service, and the account on whose behalf a service
 * acts. All else that may be present may be present together with anything: `aws:SourceVpc` beside an `aws:SourceVpce`
 * of another VPC, for example. A proof that nothing is allowed covers more than AWS can send, never less.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const globalKeys: Readonly<Record<string, ConditionKey>> = {
  "aws:principalarn": key("arn", (principal) =>
    hasAccount(principal) ? { presence: "always", values: principal.names } : { presence: "never" },
  ),
  "aws:principalaccount": key("text", callerAccount),
  "aws:principalorgid": key("text", identityOrganization("")),
  "aws:principalorgpaths": list(identityOrganization("/*")),
  "aws:principaltag/*": key("text", byTagged),
  "aws:principaltype": key("text", ({ kind }) => carriedValue(TYPES[kind])),
  "aws:principalisawsservice": key(
    "bool",
    signed(({ kind }) => [String(kind === "service")]),
  ),
  "aws:principalservicename": key("text", ({ kind, names }) =>
    kind === "service" ? { presence: "always", values: names } : { presence: "never" },
  ),
  "aws:principalservicenameslist": list(byServices),
  "aws:userid": key("text", (principal) => ({ presence: principal.kind === "anonymous" ? "never" : "maybe" })),
  "aws:username": key("text", ({ kind, names }) =>
    kind === "user" ? { presence: "always", ...usernames(names) } : { presence: "never" },
  ),
  "aws:federatedprovider": key("text", ({ kind, names }) =>
    kind === "federated" ? { presence: "always", values: names } : { presence: kind === "role" ? "maybe" : "never" },
  ),
  "aws:multifactorauthpresent": key("bool", byIdentities),
  "aws:multifactorauthage": key("number", byIdentities),
  "aws:tokenissuetime": key("date", byIdentities),
  "aws:sourceidentity": key("text", byTagged),
  "aws:chatbotsourcearn": key("arn", byTagged),
  "aws:assumedroot": key("bool", ({ kind }) => ({ presence: kind === "root" ? "maybe" : "never" })),
  "aws:ec2instancesourcevpc": key("text", byTagged),
  "aws:ec2instancesourceprivateipv4": key("address", byTagged),

  "aws:sourceaccount": key("text", ({ source }) =>
    source === undefined ? { presence: "never" } : { presence: "maybe", values: [source.account] },
  ),
  "aws:sourcearn": key("arn", ({ source }) =>
    source === undefined
      ? { presence: "never" }
      : { presence: "maybe", values: [`arn:*:*:*:${source.account}:*`, "arn:*:*:*::*"] },
  ),
  "aws:sourceorgid": key("text", sourceOrganization("")),
  "aws:sourceorgpaths": list(sourceOrganization("/*")),

  "aws:sourcevpc": key("text", throughEndpoints),
  "aws:sourcevpcarn": key("arn", throughEndpoints),
  "aws:sourcevpce": key("text", throughEndpoints),
  "aws:vpcsourceip": key("address", throughEndpoints),
  "aws:vpceaccount": key("text", throughEndpoints),
  "aws:vpceorgid": key("text", throughEndpoints),
  "aws:vpceorgpaths": list(throughEndpoints),
  "aws:sourceip": key("address"),

  "aws:viaawsservice": key("bool", (principal) =>
    hasAccount(principal)
      ? { presence: "always", values: ["true", "false"] }
      : { presence: "maybe", values: ["false"] },
  ),
  "aws:calledvia": list(byIdentities),
  "aws:calledviafirst": key("text", byIdentities),
  "aws:calledvialast": key("text", byIdentities),
  "aws:currenttime": key("date", everyRequest),
  "aws:epochtime": key("date", everyRequest),
  "aws:requestedregion": key("text", everyRequest),
  "aws:securetransport": key("bool", everyRequest),
  "aws:referer": key("text"),
  "aws:useragent": key("text"),
  "aws:requesttag/*": key("text"),
  "aws:resourcetag/*": key("text"),
  "aws:tagkeys": list(),
  "aws:resourceaccount": key("text", (_, world) => carriedValue(world.resourceAccount)),
  "aws:resourceorgid": key("text", (_, world) => carriedValue(world.resourceOrganization)),
  "aws:resourceorgpaths": list((_, { resourceOrganization }) =>
    resourceOrganization === undefined
      ? { presence: "maybe" }
      : { presence: "always", values: [`${resourceOrganization}/*`] },
  ),
};
