import { hasMark } from "../model/symbolic";
import { bound } from "./bound";
import { operatorOf } from "./operators";
import { parsePrincipals } from "./parse-principals";
import type { Condition, Statement } from "./statement";

type Report = (problem: string) => void;
type Block = Readonly<Record<string, unknown>>;

const ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

const NOUNS = { number: "a number", date: "a date", address: "an address or a range of addresses" } as const;

/**
 * One statement, or none where it could not be understood; whatever is wrong with it is reported.
 *
 * `Resource` may be missing: a role's trust policy has none. A statement without it is about the resource that it hangs on.
 */
export function parseStatement(value: unknown, index: number, report: Report): readonly Statement[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    report("is not a JSON object");
    return [];
  }
  const block = value as Block;
  for (const element of Object.keys(block)) {
    if (!ELEMENTS.includes(element)) report(`'${element}' is no element of a statement`);
  }
  const effect = block["Effect"];
  if (effect !== "Allow" && effect !== "Deny") {
    report("'Effect' must be Allow or Deny");
    return [];
  }
  onlyOne(block, "Principal", "NotPrincipal", report);
  const sid = block["Sid"];
  const statement: Statement = {
    ...(typeof sid === "string" ? { sid } : {}),
    index,
    effect,
    ...parseActions(block, report),
    ...parseResources(block, report),
    ...(block["Principal"] === undefined ? {} : { principals: parsePrincipals(block["Principal"], report) }),
    ...(block["NotPrincipal"] === undefined ? {} : { notPrincipals: parsePrincipals(block["NotPrincipal"], report) }),
    conditions: parseConditions(block["Condition"], report),
  };
  return [statement];
}

function parseActions(block: Block, report: Report): Pick<Statement, "actions" | "notActions"> {
  onlyOne(block, "Action", "NotAction", report);
  const name = block["Action"] === undefined ? "NotAction" : "Action";
  const actions = texts(block[name], name, report);
  for (const action of actions) {
    if (action !== "*" && !/^[^:]+:./.test(action) && !hasMark(action)) {
      report(`'${name}' must be * or like service:Action, got '${action}'`);
    }
  }
  return name === "Action" ? { actions } : { notActions: actions };
}

function parseResources(block: Block, report: Report): Pick<Statement, "resources" | "notResources"> {
  onlyOne(block, "Resource", "NotResource", report);
  if (block["Resource"] !== undefined) return { resources: texts(block["Resource"], "Resource", report) };
  if (block["NotResource"] !== undefined) return { notResources: texts(block["NotResource"], "NotResource", report) };
  return {};
}

function onlyOne(block: Block, one: string, other: string, report: Report): void {
  if (block[one] !== undefined && block[other] !== undefined) report(`'${one}' and '${other}' exclude each other`);
}

function texts(value: unknown, name: string, report: Report): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const found = list.filter((item) => typeof item === "string" && item !== "") as readonly string[];
  if (found.length === 0 || found.length !== list.length) report(`'${name}' must be a text or a list of texts`);
  return found;
}

function parseConditions(value: unknown, report: Report): readonly Condition[] {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    report("'Condition' must be an object");
    return [];
  }
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (operatorOf(operator) === undefined) report(`'${operator}' is no condition operator`);
    if (typeof keys !== "object" || keys === null || Array.isArray(keys)) {
      report(`'${operator}' must be an object of condition keys`);
      return [];
    }
    return Object.entries(keys as Block).map(([key, values]) => parseCondition(operator, key, values, report));
  });
}

function parseCondition(operator: string, key: string, value: unknown, report: Report): Condition {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const values = list.filter((item) => ["string", "number", "boolean"].includes(typeof item)).map(String);
  if (values.length === 0 || values.length !== list.length) report(`'${operator}' of '${key}' must have values`);
  const comparison = operatorOf(operator)?.comparison;
  for (const text of values.filter((text) => !hasMark(text))) {
    if (comparison?.kind === "present" && text !== "true" && text !== "false") {
      report(`'Null' of '${key}' must be true or false, got '${text}'`);
    }
    if (comparison?.kind === "ordered" && bound(comparison.scale, text) === undefined) {
      report(`'${operator}' of '${key}' must be ${NOUNS[comparison.scale]}, got '${text}'`);
    }
  }
  return { operator, key, values };
}
