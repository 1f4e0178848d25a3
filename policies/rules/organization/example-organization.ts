import type { Example, StacksExample } from "../../examples";

type Block = Readonly<Record<string, unknown>>;
type Blocks = Readonly<Record<string, Block>>;

/** The member accounts of the estate `local`, for examples, each with its region. */
const MEMBERS = {
  dublin: { id: "200000000002", region: "eu-west-1" },
  "ireland-2": { id: "300000000003", region: "eu-west-1" },
  norway: { id: "400000000004", region: "eu-north-1" },
  enclave: { id: "500000000005", region: "us-east-1" },
};
const ROOT = "${aws_organizations_organization.one.roots[0].id}";
const KEPT = { prevent_destroy: true };

/** The estate's members in one unit, each with what some change made of it. */
export function accounts(change: (account: Block, name: string) => Block = (account) => account): Blocks {
  const parent_id = "${aws_organizations_organizational_unit.members.id}";
  return Object.fromEntries(
    Object.keys(MEMBERS).map((name) => [
      name,
      change({ name, email: `${name}@example.org`, parent_id, close_on_deletion: false, lifecycle: KEPT }, name),
    ]),
  );
}

/** A stack with the members, and one policy for all of them, attached to their unit. */
export function organizationWith(
  statements: readonly unknown[],
  over: Readonly<Record<string, Blocks>> = {},
): StacksExample {
  const content = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const imports = Object.entries(MEMBERS).map(([name, { id }]) => ({ to: `aws_organizations_account.${name}`, id }));
  const resource = {
    aws_organizations_organization: {
      one: { feature_set: "ALL", enabled_policy_types: ["SERVICE_CONTROL_POLICY"], lifecycle: KEPT },
    },
    aws_organizations_organizational_unit: { members: { name: "members", parent_id: ROOT } },
    aws_organizations_account: accounts(),
    aws_organizations_policy: { rails: { name: "rails", content } },
    aws_organizations_policy_attachment: {
      rails: {
        policy_id: "${aws_organizations_policy.rails.id}",
        target_id: "${aws_organizations_organizational_unit.members.id}",
      },
    },
    ...over,
  };
  const organization = { to: "aws_organizations_organization.one", id: "o-cloverlocal1" };
  return { stacks: { organization: { import: [organization, ...imports], resource } } };
}

/** The same with a resource control policy, or one of another type. */
export function resourcesWith(statements: readonly unknown[], type = "RESOURCE_CONTROL_POLICY"): StacksExample {
  const content = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  return organizationWith([], { aws_organizations_policy: { rails: { name: "rails", type, content } } });
}

/** A denial of some actions, for examples. */
export function deny(Action: readonly string[], Condition?: unknown, more: Block = {}): Block {
  return { Effect: "Deny", Action, Resource: "*", ...(Condition ? { Condition } : {}), ...more };
}

/** The deploy role of whichever account a guardrail binds, and the enclave's. */
export const DEPLOYER = { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::*:role/clover-deploy" } };
export const RETIRING = { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::500000000005:role/clover-deploy" } };

/** One denial of other regions for each region, told apart by the account. */
export function regionDenials(exempt: readonly string[], region = (own: string) => own): readonly Block[] {
  return Object.values(MEMBERS).map(({ id, region: own }) => ({
    Effect: "Deny",
    NotAction: exempt,
    Resource: "*",
    Condition: {
      StringEquals: { "aws:PrincipalAccount": id },
      StringNotEquals: { "aws:RequestedRegion": region(own) },
    },
  }));
}

/** What the stack of no organization is. */
export const ELSEWHERE: Example = { stacks: { dublin: {} } };
