import { evaluate } from "../../access/evaluate";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { worldOf } from "../estate-world";
import { heldPolicies } from "../identity/held-policies";
import { keptFor } from "./archive";

/** What a function must be able to do: an action, on a resource, where AWS says this of the request. */
export type Needed = readonly [action: string, resource: string, context: Readonly<Record<string, readonly string[]>>];

/** The function can keep an incident in every archive, and tell of it. */
export function maySay(lambda: Resource, context: Context): Verdict {
  return mayDo(lambda, context, [
    ...keptFor(context).map(({ sinks }): Needed => ["s3:PutObject", `${sinks.archiveBucketArn}/incidents/x`, {}]),
    ["events:PutEvents", keptFor(context)[0]!.sinks.alertBusArn, { "events:source": ["clover.incident"] }],
  ]);
}

/** Passes when a function's role grants it everything that it needs. */
export function mayDo(lambda: Resource, context: Context, needed: readonly Needed[]): Verdict {
  const role = lambda.value("role").target("aws_iam_role");
  const { at, legible } = lambda.value("role");
  if (role.kind !== "resource") return undecided(at, legible, "a role of this output");
  const { written, unread } = heldPolicies(role.resource, context);
  const identity = written.map(({ document }) => document);
  const principal = { kind: "role", arn: String(role.resource.attribute("arn")) } as const;
  const verdicts = needed.map(([action, resource, asked]): Verdict => {
    const request = { principal, action, resource, context: asked };
    const { decision } = evaluate(request, { identity, world: worldOf(context.estate, lambda.account) });
    const expected = `a grant of ${action} on ${resource}`;
    if (decision === "allowed") return pass(at);
    if (decision === "unknown" || unread.length > 0) return undecided(at, "perhaps a grant", expected);
    return fail(at, "none", expected);
  });
  return all(pass(at), ...verdicts);
}
