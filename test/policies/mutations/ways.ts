import type { Block, Mutation, Output } from "./mutation";

/** A statement of a policy document, as AWS writes it. */
export interface Statement {
  Sid?: string;
  Effect: string;
  Principal?: any;
  NotPrincipal?: any;
  Action?: any;
  NotAction?: any;
  Resource?: any;
  Condition?: any;
}

/** What is broken, and where the finding is when that is elsewhere. */
export interface Target {
  readonly stack?: string;
  readonly type: string;
  /** Part of its construct path. */
  readonly path?: string;
  /** Type and part of the path of the resource at which the finding is, or the stack. */
  readonly at?: readonly [type: string, path?: string] | "stack";
}

function addressOf({ stack = DUBLIN, type, path = "", at = [type, path] }: Target): Mutation["at"] {
  return at === "stack" ? () => "stack" : (output) => output.address(stack, ...at);
}

const DUBLIN = "dublin";

/** A resource is changed. */
export function changed(
  policy: string,
  title: string,
  target: Target,
  change: (block: Block, output: Output) => void,
): Mutation {
  const { stack = DUBLIN, type, path = "" } = target;
  return {
    title,
    policy,
    stack,
    type,
    at: addressOf(target),
    break: (output) => change(output.resource(stack, type, path), output),
  };
}

/** The literal policy document of a resource is changed. */
export function rewritten(
  policy: string,
  title: string,
  target: Target,
  change: (statements: Statement[]) => void,
): Mutation {
  return changed(policy, title, target, (block, output) =>
    output.document(block, "policy", (document) => change(document.Statement as Statement[])),
  );
}

/** A resource is taken away. */
export function removed(policy: string, title: string, target: Target & Required<Pick<Target, "at">>): Mutation {
  const { stack = DUBLIN, type, path = "" } = target;
  return {
    title,
    policy,
    stack,
    type,
    at: addressOf(target),
    break: (output) => output.remove(stack, type, path),
  };
}

/** A resource is added, with whatever it needs; the finding is at it. */
export function added(
  policy: string,
  title: string,
  type: string,
  block: Block | ((output: Output) => Block),
  { stack = DUBLIN, others = {} }: { readonly stack?: string; readonly others?: Readonly<Record<string, Block>> } = {},
): Mutation {
  return {
    title,
    policy,
    stack,
    type,
    at: () => `${type}.added`,
    break: (output) => {
      for (const [other, its] of Object.entries(others)) output.add(stack, other, "added", its);
      output.add(stack, type, "added", typeof block === "function" ? block(output) : block);
    },
  };
}

/** The statement of that name. */
export function named(statements: Statement[], sid: string): Statement {
  const found = statements.filter(({ Sid }) => Sid === sid);
  if (found.length !== 1) throw new Error(`${found.length} statements ${sid}`);
  return found[0]!;
}

/** Takes the statement of that name away. */
export function without(statements: Statement[], sid: string): void {
  statements.splice(statements.indexOf(named(statements, sid)), 1);
}

/** A guardrail is added for the account of one stack; the finding is there. */
export function denied(
  account: string,
  policy: string,
  title: string,
  denial: Partial<Statement>,
  type = "SERVICE_CONTROL_POLICY",
): Mutation {
  return {
    title,
    policy,
    stack: "organization",
    type: "aws_organizations_policy",
    at: () => "aws_organizations_policy.added",
    break: (output) => {
      const statement = { Effect: "Deny", Resource: "*", ...denial };
      const content = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
      output.add("organization", "aws_organizations_policy", "added", { name: "added", type, content });
      output.add("organization", "aws_organizations_policy_attachment", "added", {
        policy_id: "${aws_organizations_policy.added.id}",
        target_id: `\${${output.address("organization", "aws_organizations_account", account)}.id}`,
      });
    },
  };
}
