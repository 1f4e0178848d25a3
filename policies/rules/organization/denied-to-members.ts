import type { StackPlace } from "../../../config/places";
import type { PrincipalSet, SourceSet } from "../../access/principal";
import { deniesAll, type Question } from "../../access/question";
import type { Context } from "../../context";
import { all, fail, undecided, type Location, type Verdict } from "../../verdict";
import { allDenied } from "../all-denied";
import { denialOf, type Permitted } from "../denial-of";
import { worldOf } from "../estate-world";
import type { WrittenPolicy } from "../policy-values";
import { guardrailsOf } from "./guardrails";
import { memberResource, ofEveryMember, organizationAt } from "./members";
import { nearestPolicy } from "./nearest-policy";

/** What guardrails must deny every principal of a member account; or, to its resources, those of any. */
export interface Denial {
  readonly expected: string;
  readonly actions: readonly string[];
  /** Service control policies by default. */
  readonly type?: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
  /** Everything by default. */
  readonly resources?: readonly string[];
  /** Every principal of the account by default. */
  readonly principals?: readonly PrincipalSet[];
  /** For whom services act; for anybody by default. */
  readonly sources?: readonly SourceSet[];
  readonly context?: Question["context"];
  /** What need not be denied. */
  readonly except?: readonly Permitted[];
  /** The condition key by which the policy is found that should deny it, where its actions do not tell. */
  readonly key?: string;
}

/** Everybody's denial but that of one role, by its whole ARN. */
export function exceptRole(arn: string): readonly Permitted[] {
  return [{ Condition: { ArnEquals: { "aws:PrincipalArn": arn } } }];
}

/** A verdict for each declared member account that is meant, all by default: whether the policies that bind it deny all of it. */
export function deniedToMembers(
  context: Context,
  denials: (member: StackPlace) => readonly [Denial, ...Denial[]],
  isMeant?: (member: StackPlace) => boolean,
): readonly Verdict[] {
  return ofEveryMember(context, (member) => deniedTo(member, denials(member), context), isMeant);
}

function deniedTo(member: StackPlace, denials: readonly Denial[], context: Context): Verdict {
  const account = memberResource(member, context);
  if (!account) {
    return fail(organizationAt, `no account ${member.account}`, "every member account, with its guardrails");
  }
  const [first, ...others] = denials.map((denial) => {
    const { policies, isComplete } = guardrailsOf(account, context, denial.type);
    const verdict = judged(denial, member, policies, account.root.at, context);
    // What cannot be resolved may be the guardrail that is missing.
    return verdict.outcome === "fail" && !isComplete
      ? undecided(verdict.at, verdict.actual, verdict.expected)
      : verdict;
  });
  return all(first!, ...others);
}

function judged(
  denial: Denial,
  { account, stack }: StackPlace,
  policies: readonly WrittenPolicy[],
  at: Location,
  { estate }: Context,
): Verdict {
  const { expected, actions, resources = ["*"], principals, sources, context, except = [], key } = denial;
  const denied = deniesAll([...policies.map(({ document }) => document), denialOf(except)], {
    principals: principals ?? [{ kind: "account", account }],
    actions,
    resources,
    ...(context ? { context } : {}),
    ...(sources ? { sources } : {}),
    world: worldOf(estate, denial.type === "RESOURCE_CONTROL_POLICY" ? account : undefined),
  });
  const where = denied.request && nearestPolicy(policies, denied.request.action, actions, key)?.value.at;
  return allDenied(denied.answer === "yes" ? at : (where ?? at), denied, `${expected} in ${stack}`);
}
