import fc from "fast-check";
import { parsePolicy } from "../../../policies/access/document";
import { aloneOf } from "../../../policies/access/effects";
import { all, negation } from "../../../policies/access/formula";
import { narrowed } from "../../../policies/access/narrowed";
import type { PrincipalSet } from "../../../policies/access/principal";
import { Prover } from "../../../policies/access/prover";
import { grantsAny, type Question } from "../../../policies/access/question";
import { HOME, OTHER, resourcePolicies, STRANGER, world } from "./support/generated";
import { policy } from "./support/written";

const UNNAMED = ["700000000000", "600000000000", "500000000000"] as const;
const account = (id: string): PrincipalSet => ({ kind: "account", account: id });
const outside = (...accounts: readonly string[]): PrincipalSet => ({ kind: "outside", accounts });
const nobody = { organizationOf: world.organizationOf };
const of = (...principals: readonly PrincipalSet[]): Question => ({
  principals,
  actions: ["*"],
  resources: ["*"],
  world: nobody,
});
const names = policy({ Principal: { AWS: HOME } });

describe("a question is narrowed", () => {
  it("to the shut out accounts that something names", () => {
    expect(narrowed([names], of(outside(HOME, OTHER))).principals).toEqual([outside(HOME)]);
    expect(narrowed([names], of(outside(OTHER), { kind: "principal", arn: `arn:aws:iam::${OTHER}:root` }))).toEqual(
      of(outside(OTHER), { kind: "principal", arn: `arn:aws:iam::${OTHER}:root` }),
    );
    const inPlace = { ...of(outside(HOME, OTHER)), world: { ...nobody, resourceAccount: OTHER } };
    expect(narrowed([], inPlace).principals).toEqual([outside(OTHER)]);
  });

  it("to nothing else: a set without accounts stays as it is", () => {
    const question = of({ kind: "anyone" }, { kind: "anonymous" }, { kind: "service" }, { kind: "federated" });
    expect(narrowed([names], question)).toEqual(question);
  });
});

describe("accounts that are asked about and that nothing names", () => {
  it("are narrowed to one of each organization", () => {
    const [one, other, stranger] = UNNAMED;
    const organizationOf = (id: string) => (id === stranger ? undefined : "o-aaaaaaaaaa");
    const question = { ...of(...[HOME, one, other, stranger].map(account)), world: { organizationOf } };
    expect(narrowed([names], question).principals).toEqual([HOME, one, stranger].map(account));
  });
});

describe("a narrowed question has the same answer", () => {
  const answerTo = (document: ReturnType<typeof parsePolicy>, question: Question) =>
    new Prover([document], question).prove((reader) => {
      const { denied, allowed } = aloneOf(document, reader);
      return all(allowed, negation(denied));
    }).answer;

  it("of whatever document", () => {
    const accounts = fc.uniqueArray(fc.constantFrom(HOME, OTHER, STRANGER, ...UNNAMED), { minLength: 1 });
    const sets = accounts.chain((ids) => fc.constantFrom([outside(...ids)], ids.map(account)));
    const places = fc.constantFrom(nobody, world, { ...nobody, managementAccounts: [STRANGER] });
    fc.assert(
      fc.property(resourcePolicies, sets, places, (written, principals, place) => {
        const document = parsePolicy(written);
        const question = { ...of(...principals), world: place };
        expect(answerTo(document, narrowed([document], question))).toBe(answerTo(document, question));
      }),
      { numRuns: Number(process.env["RUNS"] ?? 150), seed: 11 },
    );
  });

  it.each([
    [
      "one that is compared as a number",
      policy({ Condition: { NumericLessThan: { "aws:PrincipalAccount": "6e11" } } }),
    ],
    ["one that may be a part of a resource's name", policy({ Resource: "arn:aws:s3:::logs-${aws:PrincipalAccount}" })],
  ])("of each account where the document takes more of them than their names: %s", (_, document) => {
    const [high, middle, low] = UNNAMED;
    for (const order of [
      [high, middle, low],
      [low, middle, high],
      [middle, low, high],
    ]) {
      const asked = { ...of(...order.map(account)), resources: ["arn:aws:s3:::logs-5*"] };
      expect([order, grantsAny(document, asked).answer]).toEqual([order, "yes"]);
    }
  });
});
