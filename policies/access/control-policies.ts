import type { PolicyDocument } from "./document";
import { granted, type Permission, refused } from "./effects";
import { all, any, doubt, type Formula, literal, negation, never } from "./formula";
import type { Layers } from "./layers";
import { patternOf } from "./pattern";
import { hasAccount } from "./principal-class";
import type { Reader } from "./reader";
import type { World } from "./world";

/**
 * What organizations put around an account. SCPs bind the principals of member accounts, RCPs their resources; neither
 * binds service-linked roles or the management account.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function controlOf(layers: Layers, world: World, reader: Reader): Permission {
  const { principal } = reader;
  const isManagement = (account: string | undefined) =>
    account !== undefined && (world.managementAccounts ?? []).includes(account);
  const serviceLinked = principal.kind === "role" ? isServiceLinked() : never;
  const levels = hasAccount(principal) && !isManagement(principal.account) ? (layers.serviceControl ?? []) : [];
  const resourceLevels = isManagement(world.resourceAccount) ? [] : (layers.resourceControl ?? []);
  const refusals = (documents: readonly PolicyDocument[]) => any(...documents.map((each) => refused(each, reader)));
  return {
    denied: all(
      negation(serviceLinked),
      any(refusals(levels.flat()), all(isCovered(), refusals(resourceLevels.flat()))),
    ),
    allowed: any(
      serviceLinked,
      all(...levels.map((level) => any(...level.map((document) => granted(document, reader))))),
    ),
  };
}

function isServiceLinked(): Formula {
  return matchesAny("aws:principalarn", ["arn:*:iam::*:role/aws-service-role/*"]);
}

/**
 * Whether RCPs reach a service.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 */
function isCovered(): Formula {
  const covered = ["s3", "sts", "kms", "sqs", "secretsmanager", "ecr", "aoss"];
  const since = ["cognito-idp", "cognito-identity", "logs", "dynamodb"];
  return any(
    matchesAny(
      "action",
      covered.map((service) => `${service}:*`),
    ),
    all(
      matchesAny(
        "action",
        since.map((service) => `${service}:*`),
      ),
      doubt("whether RCPs reach this action of the service"),
    ),
  );
}

function matchesAny(variable: string, texts: readonly string[]): Formula {
  const patterns = texts.map((text) => patternOf(text, { wildcards: true, anyCase: variable === "action" }));
  const test = { kind: "text", patterns } as const;
  return literal({ variable, quantifier: "one", test, negated: false, whenAbsent: false, wanted: true });
}
