import fc from "fast-check";
import { parsePolicy } from "../../../policies/access/document";
import { evaluate } from "../../../policies/access/evaluate";
import type { Principal } from "../../../policies/access/principal";
import {
  complete,
  HOME,
  identityPolicies,
  plainResourcePolicies,
  principals,
  requests,
  world,
} from "./support/generated";
import { decidedByOther, type WrittenLayers } from "./support/other-evaluator";
import type { Request } from "../../../policies/access/request";

const RUNS = { numRuns: Number(process.env["RUNS"] ?? 400), seed: 11 };

/**
 * Where the other evaluator says otherwise, and who is right.
 *
 * - It gives an account's root user nothing by itself. AWS: the root user has full access to its account.
 * - It takes an unresolved policy variable in `NotResource` or a negated operator as matching nothing or everything.
 *   AWS documents positive elements alone: ours is unknown.
 * - It calls `ForAnyValue:…IfExists` false without the key. AWS's rules for `ForAnyValue` and for `IfExists` contradict
 *   each other there: ours is unknown.
 * - It takes `NotPrincipal` as sparing whoever is listed in part. AWS says that such a principal might be denied: ours
 *   is unknown. None is generated here.
 * - It lets a boundary limit what a resource grants to everyone. AWS does not say: ours is unknown.
 */
function agree(request: Request, layers: WrittenLayers): void {
  const full = complete(request);
  const { identity = [], boundary, resource, serviceControl } = layers;
  const ours = evaluate(full, {
    identity: identity.map(parsePolicy),
    ...(resource === undefined ? {} : { resource: parsePolicy(resource) }),
    ...(boundary === undefined ? {} : { boundary: parsePolicy(boundary) }),
    ...(serviceControl === undefined ? {} : { serviceControl: serviceControl.map((level) => level.map(parsePolicy)) }),
    world,
  }).decision;
  const theirs = decidedByOther(full, layers, HOME);
  const open = ours === "unknown" || (ours === "implicitDeny" && JSON.stringify(layers).includes("${"));
  if (open) expect(["unknown", "explicitDeny", "implicitDeny"]).toContain(ours === "unknown" ? ours : theirs);
  else expect(ours).toBe(theirs);
}

const identities = principals.filter(({ kind }) => kind === "role" || kind === "user");
const withoutRoot = principals.filter(({ kind }) => kind !== "root");
const ann = fc.constant<Principal>({ kind: "user", arn: `arn:aws:iam::${HOME}:user/ann` });

describe("an evaluator that others wrote decides alike", () => {
  it("on what statements are about", () => {
    fc.assert(
      fc.property(identityPolicies, requests(ann), (policy, request) => agree(request, { identity: [policy] })),
      RUNS,
    );
  });

  it("on whom statements name", () => {
    fc.assert(
      fc.property(plainResourcePolicies, requests(withoutRoot), (resource, request) => agree(request, { resource })),
      RUNS,
    );
  });

  it("on how policies meet", () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            identity: fc.array(identityPolicies, { maxLength: 2 }),
            resource: plainResourcePolicies,
            boundary: identityPolicies,
            serviceControl: fc.array(fc.array(identityPolicies, { minLength: 1, maxLength: 2 }), {
              minLength: 1,
              maxLength: 2,
            }),
          },
          { requiredKeys: ["identity"] },
        ),
        requests(identities),
        (layers, request) => agree(request, layers),
      ),
      RUNS,
    );
  });
});
