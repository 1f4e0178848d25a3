import { parsePolicy } from "../../access/document";
import { hole } from "../../model/symbolic";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { WrittenPolicy } from "../policy-values";

/** Resources that each are one statement of a resource's policy, in attributes of their own. */
export const ATTRIBUTE_GRANTS = [
  "aws_acmpca_permission",
  "aws_cloudwatch_event_permission",
  "aws_lambda_layer_version_permission",
  "aws_lambda_permission",
];

/** The statement that AWS makes of such a resource's attributes; none of any other type. */
export function grantInAttributes(resource: Resource): readonly WrittenPolicy[] {
  if (!ATTRIBUTE_GRANTS.includes(resource.type)) return [];
  const value = resource.value("principal");
  const Statement = {
    Effect: "Allow",
    Principal: principalOf(textOf(value)),
    Action: actionOf(resource),
    Resource: "*",
    Condition: conditionOf(resource),
  };
  return [{ value, document: parsePolicy({ Version: "2012-10-17", Statement }) }];
}

/** `*`, an account id, an ARN, or a service's name. */
function principalOf(principal: string): "*" | Readonly<Record<string, string>> {
  if (principal === "*") return "*";
  return /\.amazonaws\.|\.amazon\.com$/.test(principal) ? { Service: principal } : { AWS: principal };
}

function actionOf(resource: Resource): string {
  const action = resource.value("action");
  return action.isAbsent ? "*" : textOf(action);
}

function conditionOf(resource: Resource) {
  const [condition] = resource.value("condition").items();
  const said: Readonly<Record<string, Readonly<Record<string, string>>>> = condition
    ? { [textOf(condition.value("type"))]: { [textOf(condition.value("key"))]: textOf(condition.value("value")) } }
    : {};
  const named = (key: string, attribute: string) => {
    const value = resource.value(attribute);
    return value.isAbsent ? {} : { [key]: textOf(value) };
  };
  const equal = {
    ...named("aws:SourceAccount", "source_account"),
    ...named("aws:PrincipalOrgID", "principal_org_id"),
    ...named("aws:PrincipalOrgID", "organization_id"),
  };
  const like = named("aws:SourceArn", "source_arn");
  return { ...said, ...(hasKeys(equal) ? { StringEquals: equal } : {}), ...(hasKeys(like) ? { ArnLike: like } : {}) };
}

function textOf(value: Value): string {
  return value.text ?? hole(value.legible);
}

function hasKeys(entries: object): boolean {
  return Object.keys(entries).length > 0;
}
