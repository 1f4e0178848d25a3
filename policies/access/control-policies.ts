import type { PolicyDocument } from "./document";
import { granted, type Permission, refused } from "./effects";
import { all, any, doubt, type Formula, literal, negation, never } from "./formula";
import type { Layers } from "./layers";
import { textLiteral } from "./literal";
import { patternList } from "./pattern";
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
  const serviceLinked = principal.kind === "role" ? IS_SERVICE_LINKED : never;
  const levels = hasAccount(principal) && !isManagement(principal.account) ? (layers.serviceControl ?? []) : [];
  const resourceLevels = isManagement(world.resourceAccount) ? [] : (layers.resourceControl ?? []);
  const refusals = (documents: readonly PolicyDocument[]) => any(...documents.map((each) => refused(each, reader)));
  return {
    denied: all(
      negation(serviceLinked),
      any(refusals(levels.flat()), all(IS_COVERED, refusals(resourceLevels.flat()))),
    ),
    allowed: any(
      serviceLinked,
      all(...levels.map((level) => any(...level.map((document) => granted(document, reader))))),
    ),
  };
}

const IS_SERVICE_LINKED = matchesAny("aws:principalarn", ["arn:*:iam::*:role/aws-service-role/*"]);

/**
 * Whether RCPs reach a service.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 */
const IS_COVERED = any(
  matchesAny("action", ["s3:*", "sts:*", "kms:*", "sqs:*", "secretsmanager:*", "ecr:*", "aoss:*"]),
  all(
    matchesAny("action", ["cognito-idp:*", "cognito-identity:*", "logs:*", "dynamodb:*"]),
    doubt("whether RCPs reach this action of the service"),
  ),
);

function matchesAny(variable: string, texts: readonly string[]): Formula {
  const patterns = patternList(texts, { wildcards: true, anyCase: variable === "action" });
  const how = { variable, quantifier: "one", negated: false, whenAbsent: false, wanted: true } as const;
  return literal(textLiteral(patterns, how));
}
