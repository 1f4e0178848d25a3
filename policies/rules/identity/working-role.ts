import { evaluateEach } from "../../access/evaluate";
import type { Principal } from "../../access/principal";
import type { Requests } from "../../access/request";
import type { World } from "../../access/world";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { all, type Verdict } from "../../verdict";
import { arnOf } from "../arn-of";
import { worldOf } from "../estate-world";
import { leftByOrganization } from "../organization/left-by-organization";
import { trustOf } from "./access-trust";
import { decided, mayIn, type Need } from "./role-needs";

/** What a service must be able to do in a role. */
export interface Work {
  /** e.g. `events.amazonaws.com`. */
  readonly service: string;
  /** What it says when it assumes the role, e.g. for whom; nothing where it says nothing. */
  readonly saying?: Requests["context"];
  readonly needs: readonly Need[];
}

/**
 * Passes when a role of the output is named that the service may assume and in which it may do what it must, by the
 * role's own policies and by those of the organization.
 */
export function worksIn(named: Value, work: Work, context: Context): Verdict {
  const expected = `a role of this output in which ${work.service} works`;
  const found = named.mustReferTo(expected, ["aws_iam_role"], ({ exists }) => exists);
  const target = named.target("aws_iam_role");
  if (target.kind !== "resource") return found;
  return all(found, admits(target.resource, work, context), ...work.needs.map(mayIn(target.resource, context)));
}

function admits(role: Resource, { service, saying }: Work, context: Context): Verdict {
  return mayAssume({ kind: "service", service }, role, context, saying);
}

/** Passes when a role's trust policy lets somebody in, and the organization leaves it to them. */
export function mayAssume(
  principal: Principal,
  role: Resource,
  context: Context,
  saying: Requests["context"] = {},
): Verdict {
  const world = worldOf(context.estate, role.account);
  const said = { ...saying, ...sourceOrganization(saying, world) };
  const requests = { principal, resource: arnOf(role), actions: ["sts:AssumeRole"], context: said };
  const [decision] = evaluateEach(requests, { resource: trustOf(role), resourceAuthority: "sole", world });
  const { at } = role.value("assume_role_policy");
  const asked = { requests, resourceAccount: role.account, region: role.region };
  const bound = principal.kind === "role" ? { account: role.account } : {};
  return all(
    decided(decision!, at, `trust in ${nameOf(principal)}`),
    leftByOrganization({ ...asked, ...bound }, at, context),
  );
}

function nameOf(principal: Principal): string {
  return "arn" in principal ? principal.arn : "service" in principal ? principal.service : principal.kind;
}

/** A service that says for which account it acts says of which organization that is. */
function sourceOrganization(saying: Requests["context"], { organizationOf }: World): Requests["context"] {
  const [account] = saying["aws:SourceAccount"] ?? [];
  const organization = account === undefined ? undefined : organizationOf(account);
  return organization === undefined ? {} : { "aws:SourceOrgID": [organization] };
}
