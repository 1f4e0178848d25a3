import type { Access, Estate } from "../../../config/estate";
import { ENCLAVE } from "../../../config/places";
import { parsePolicy, type PolicyDocument } from "../../access/document";
import { grantsAny, type Grant, type Question } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Permitted } from "../denial-of";
import { worldOf } from "../estate-world";
import { policiesOf } from "../policy-values";

/** A role's trust policy; without one that can be read, a document that proves nothing. */
export function trustOf(role: Resource): PolicyDocument {
  const [trust] = policiesOf(role, "trust");
  return trust?.document ?? parsePolicy(undefined);
}

/** What is asked of a trust policy, of some principals. */
export function assumption(role: Resource, { estate }: Context, asked: Pick<Question, "principals" | "context">) {
  return { actions: ["sts:*"], resources: ["*"], world: worldOf(estate, role.account), ...asked };
}

/** The last day of a declaration is the whole day, in UTC. */
export function endOf({ expires }: Access): string {
  return `${expires}T23:59:59Z`;
}

/** The declared accesses to what a stack holds today: none to a planned site, a retired enclave, or past their end. */
export function accessesAt({ estate, today }: Context, stack: string): readonly Access[] {
  if (!holdsUserData(estate, stack)) return [];
  return estate.accesses.filter(({ at, expires }) => at === stack && expires >= today);
}

function holdsUserData({ enclave, sites }: Estate, stack: string): boolean {
  if (stack === ENCLAVE) return enclave.phase !== "retired";
  return sites.some(({ id, status }) => id === stack && status === "active");
}

/** The declared people, told by the tags that their identity provider sets. */
export function tagsOf(access: Access): Readonly<Record<string, string>> {
  return {
    "aws:PrincipalTag/country-of-work": access.countryOfWork,
    "aws:PrincipalTag/multi-factor": "true",
    "aws:PrincipalTag/role": access.role,
  };
}

/** Who may come by a declared access, and until when. */
export function permittedBy(access: Access, estate: Estate): Permitted {
  return {
    Principal: { AWS: estate.organization.peopleRoleArn },
    Condition: { StringEquals: tagsOf(access), DateLessThanEquals: { "aws:CurrentTime": endOf(access) } },
  };
}

/** Whether the people of an access may assume a role on some day. */
export function letsIn(role: Resource, access: Access, day: string, context: Context): Grant {
  const tags = Object.entries(tagsOf(access)).map(([key, value]): [string, readonly string[]] => [key, [value]]);
  return grantsAny(trustOf(role), {
    ...assumption(role, context, {
      principals: [{ kind: "principal", arn: context.estate.organization.peopleRoleArn }],
      context: { ...Object.fromEntries(tags), "aws:CurrentTime": [`${day}T12:00:00Z`] },
    }),
    actions: ["sts:AssumeRole"],
  });
}

/** Whether people may assume a role in any circumstances. */
export function admitsPeople(role: Resource, context: Context): Grant {
  const principals = [{ kind: "principal", arn: context.estate.organization.peopleRoleArn }] as const;
  return grantsAny(trustOf(role), assumption(role, context, { principals }));
}
