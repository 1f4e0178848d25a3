import fc from "fast-check";
import { parsePolicy } from "../../../policies/access/document";
import { evaluateAlone } from "../../../policies/access/evaluate";
import { deniesAll, grantsAny, type Question } from "../../../policies/access/question";
import { hole, identity } from "../../../policies/model/symbolic";
import { plainResourcePolicies, requests, world } from "./support/generated";

const everything: Question = { principals: [{ kind: "anyone" }], actions: ["*"], resources: ["*"], world };
const RUNS = { numRuns: Number(process.env["RUNS"] ?? 40), seed: 3 };

/** Parts of generated policies that may be known only after deployment. */
const parts = [
  "vpce-1",
  "red",
  "box",
  "other",
  "a/b",
  "role/one",
  "role/two",
  "home/",
  "111111111111:role",
  "team",
  "1.2",
  "10.1.0.0",
];
const assigned = ["vpce-1", "box", "other", "red", "team"];

/** A policy with a mark in it, and the same with what the mark may turn out to be. */
function marked(part: string, mark: string, contents: readonly string[]) {
  return plainResourcePolicies.map((written) => {
    const text = JSON.stringify(written);
    const open = text.replaceAll(part, "\uF8FF");
    return {
      document: parsePolicy(open.replaceAll("\uF8FF", mark)),
      instances: contents.map((content) => parsePolicy(open.replaceAll("\uF8FF", content))),
    };
  });
}

const withHole = fc
  .constantFrom(...parts)
  .chain((part) => marked(part, hole("var.part"), [part, "zzz", "*", "blue", "vpce-2"]));
const withIdentity = fc
  .constantFrom(...assigned)
  .chain((part) => marked(part, identity("dublin/aws_thing.part.id"), [part, "thing-0a1b"]));

describe.each([
  ["a hole", withHole],
  ["an identity", withIdentity],
])("what is certain of a document with %s", (_, documents) => {
  it("is so whatever stands there", () => {
    fc.assert(
      fc.property(documents, ({ document, instances }) => {
        const { answer } = grantsAny(document, everything);
        if (answer === "unknown") return;
        for (const instance of instances.filter(({ problems }) => problems.length === 0)) {
          expect(["unknown", answer]).toContain(grantsAny(instance, everything).answer);
        }
      }),
      RUNS,
    );
  });

  it("is denied whatever stands there", () => {
    fc.assert(
      fc.property(documents, requests(), ({ document, instances }, { action }) => {
        const question = { ...everything, actions: [action] };
        const { answer } = deniesAll(document, question);
        if (answer === "unknown") return;
        for (const instance of instances.filter(({ problems }) => problems.length === 0)) {
          expect(["unknown", answer]).toContain(deniesAll(instance, question).answer);
        }
      }),
      RUNS,
    );
  });

  it("is decided for one request as it will be", () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(requests(), { minLength: 10, maxLength: 10 }),
        ({ document, instances }, many) => {
          for (const request of many) {
            const { decision } = evaluateAlone(request, document, world);
            if (decision === "unknown") continue;
            for (const instance of instances.filter(({ problems }) => problems.length === 0)) {
              const there = evaluateAlone(request, instance, world).decision;
              if (decision === "implicitDeny") expect(there).not.toBe("allowed");
              else expect(["unknown", decision]).toContain(there);
            }
          }
        },
      ),
      RUNS,
    );
  });
});
