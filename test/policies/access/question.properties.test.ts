import fc from "fast-check";
import { parsePolicy } from "../../../policies/access/document";
import { allowsAny, evaluate, evaluateAlone } from "../../../policies/access/evaluate";
import type { Layers } from "../../../policies/access/layers";
import { deniesAll, grantsAny, type Question } from "../../../policies/access/question";
import type { Principal, PrincipalSet } from "../../../policies/access/principal";
import { identityPolicies, plainResourcePolicies, requests, resourcePolicies, world } from "./support/generated";

const everything: Question = {
  principals: [{ kind: "anyone" }],
  actions: ["*"],
  resources: ["*"],
  world,
};
const RUNS = { numRuns: Number(process.env["RUNS"] ?? 100), seed: 7 };

function asked(principal: Principal): PrincipalSet {
  if ("arn" in principal) return { kind: "principal", arn: principal.session ?? principal.arn };
  return principal;
}

describe("answers over sets of requests agree with the decisions on each", () => {
  it("a grant's witness is allowed", () => {
    fc.assert(
      fc.property(resourcePolicies, (written) => {
        const document = parsePolicy(written);
        const { answer, request } = grantsAny(document, everything);
        if (answer === "yes") expect(evaluateAlone(request!, document, world).decision).toBe("allowed");
      }),
      RUNS,
    );
  });

  it("no request is allowed where no grant is found", () => {
    fc.assert(
      fc.property(resourcePolicies, fc.array(requests(), { minLength: 40, maxLength: 40 }), (written, many) => {
        const document = parsePolicy(written);
        const allowed = many.filter((request) => evaluateAlone(request, document, world).decision === "allowed");
        if (allowed.length > 0)
          expect({ request: allowed[0], answer: grantsAny(document, everything).answer }).not.toMatchObject({
            answer: "no",
          });
      }),
      RUNS,
    );
  });

  it("a request that is said not to be denied is not", () => {
    fc.assert(
      fc.property(resourcePolicies, (written) => {
        const document = parsePolicy(written);
        const { answer, request } = deniesAll(document, everything);
        if (answer === "no") expect(evaluateAlone(request!, document, world).decision).not.toBe("explicitDeny");
      }),
      RUNS,
    );
  });

  it("every request is denied where all are said to be", () => {
    fc.assert(
      fc.property(resourcePolicies, requests(), (written, request) => {
        const document = parsePolicy(written);
        const question: Question = { ...everything, actions: [request.action], resources: [request.resource] };
        if (deniesAll(document, question).answer === "yes") {
          expect(evaluateAlone(request, document, world).decision).toBe("explicitDeny");
        }
      }),
      RUNS,
    );
  });

  it("all layers together allow what they are said to, and nothing where they are said to allow nothing", () => {
    const layers = fc.record(
      {
        identity: fc.array(identityPolicies, { maxLength: 2 }),
        resource: plainResourcePolicies,
        boundary: identityPolicies,
        serviceControl: fc.tuple(fc.array(identityPolicies, { minLength: 1, maxLength: 2 })),
        resourceControl: fc.tuple(fc.tuple(plainResourcePolicies)),
      },
      { requiredKeys: ["identity"] },
    );
    fc.assert(
      fc.property(layers, fc.array(requests(), { minLength: 10, maxLength: 10 }), (written, many) => {
        const read: Layers = {
          ...written,
          identity: written.identity.map(parsePolicy),
          resource: written.resource && parsePolicy(written.resource),
          boundary: written.boundary && parsePolicy(written.boundary),
          serviceControl: written.serviceControl?.map((level) => level.map(parsePolicy)),
          resourceControl: written.resourceControl?.map((level) => level.map(parsePolicy)),
          world,
        };
        for (const of of many) {
          const principals = [asked(of.principal)];
          const { answer, request } = allowsAny(read, { ...everything, principals, actions: [of.action] });
          if (answer === "yes") expect(evaluate(request!, read).decision).toBe("allowed");
          if (answer === "no") expect(evaluate(of, read).decision).not.toBe("allowed");
        }
      }),
      RUNS,
    );
  });

  it("what AWS defines is answered yes or no", () => {
    fc.assert(
      fc.property(plainResourcePolicies, (written) => {
        fc.pre(!JSON.stringify(written).includes("${"));
        const { answer, why } = grantsAny(parsePolicy(written), everything);
        expect({ answer, why }).not.toMatchObject({ answer: "unknown" });
      }),
      RUNS,
    );
  });
});
