import { parsePolicy, type PolicyDocument } from "../../../../policies/access/document";
import { evaluateAlone } from "../../../../policies/access/evaluate";
import type { Principal } from "../../../../policies/access/principal";
import type { Request } from "../../../../policies/access/request";
import { HOME, world } from "./generated";

type Written = Readonly<Record<string, unknown>>;

export const ann: Principal = { kind: "user", arn: `arn:aws:iam::${HOME}:user/ann` };

/** A document of statements that are about everything unless they say otherwise. */
export function policy(...statements: readonly Written[]): PolicyDocument {
  const about = (statement: Written): Written => ({
    Effect: "Allow",
    ...("Principal" in statement || "NotPrincipal" in statement ? {} : { Principal: "*" }),
    ...("Action" in statement || "NotAction" in statement ? {} : { Action: "*" }),
    ...("Resource" in statement || "NotResource" in statement ? {} : { Resource: "*" }),
    ...statement,
  });
  return parsePolicy({ Version: "2012-10-17", Statement: statements.map(about) });
}

export function request(of: Partial<Request> = {}): Request {
  return { principal: ann, action: "s3:GetObject", resource: "arn:aws:s3:::box/a", context: {}, ...of };
}

/** What a lone Allow statement with such a condition makes of a request. */
export function decisionOn(condition: Written, context: Request["context"]): string {
  return evaluateAlone(request({ context }), policy({ Condition: condition }), world).decision;
}
