import fc from "fast-check";
import { parsePolicy, type PolicyDocument } from "../../../policies/access/document";
import { aloneOf, refused } from "../../../policies/access/effects";
import { evaluateAlone } from "../../../policies/access/evaluate";
import { all, type Formula, negation } from "../../../policies/access/formula";
import { Prover } from "../../../policies/access/prover";
import type { Question } from "../../../policies/access/question";
import type { Reader } from "../../../policies/access/reader";
import { remembered } from "../../../policies/access/remembered";
import type { World } from "../../../policies/access/world";
import { HOME, OTHER, resourcePolicies, STRANGER, world as at } from "./support/generated";

const RUNS = { numRuns: Number(process.env["RUNS"] ?? 150), seed: 5 };

/** Words of the generated documents that stand for stacks, and others in their places. */
const STACKS = { box: "crate", other: "else-where", one: "site-1", two: "site-2" } as const;
const ACCOUNTS = { [HOME]: "555555555555", [OTHER]: "666666666666", [STRANGER]: "777777777777" } as const;
const NAMES: Readonly<Record<string, string>> = { ...STACKS, ...ACCOUNTS };
const names = new Set(Object.entries(STACKS).flat());

const world: World = { ...at, names };
const FORMER = new Map(Object.entries(NAMES).map(([name, renamed]) => [renamed, name]));
const organizationOf = (account: string) => at.organizationOf(FORMER.get(account) ?? account);

function renamed<T>(structure: T): T {
  const text = JSON.stringify(structure);
  return JSON.parse(
    text.replace(new RegExp(`\\b(${Object.keys(NAMES).join("|")})\\b`, "g"), (name) => NAMES[name]!),
  ) as T;
}

function renamedQuestion({ world, ...asked }: Question): Question {
  return { ...renamed(asked), world: { ...renamed({ ...world, names: undefined }), organizationOf, names } };
}

const questions: fc.Arbitrary<Question> = fc.record({
  principals: fc.constantFrom<Question["principals"]>(
    [{ kind: "anyone" }],
    [{ kind: "account", account: HOME }],
    [{ kind: "account", account: STRANGER }, { kind: "service" }],
    [{ kind: "outside", accounts: [HOME] }],
    [{ kind: "principal", arn: `arn:aws:iam::${OTHER}:role/one` }],
  ),
  actions: fc.constantFrom(["*"], ["s3:Get*"]),
  resources: fc.constantFrom(
    ["*"],
    ["arn:aws:s3:::box/a"],
    ["arn:aws:s3:::box", "arn:aws:s3:::other/*"],
    ["arn:aws:s3:::b*"],
  ),
  context: fc.constantFrom<NonNullable<Question["context"]>>(
    {},
    { "aws:SourceAccount": [HOME] },
    { "s3:prefix": "absent" },
  ),
  world: fc.constantFrom(world, { organizationOf: at.organizationOf, names, managementAccounts: [OTHER] }),
});

const ASKED: Readonly<Record<string, (document: PolicyDocument, reader: Reader) => Formula>> = {
  allowed: (document, reader) => {
    const { allowed, denied } = aloneOf(document, reader);
    return all(allowed, negation(denied));
  },
  "not denied": (document, reader) => negation(refused(document, reader)),
};

describe.each(Object.entries(ASKED))("whether some request is %s", (kind, formulaOf) => {
  const worked = (document: PolicyDocument, question: Question) =>
    new Prover([document], question).prove((reader) => formulaOf(document, reader));

  it("is answered for other names as it is when it is worked out for them", () => {
    let known = 0;
    fc.assert(
      fc.property(resourcePolicies, questions, (written, question) => {
        remembered(kind, [parsePolicy(written)], question, () => [worked(parsePolicy(written), question)]);
        const document = parsePolicy(renamed(written));
        const asked = renamedQuestion(question);
        const fresh = worked(document, asked);
        known++;
        const [found] = remembered(kind, [document], asked, () => {
          known--;
          return [fresh];
        });
        expect(found!.answer).toBe(fresh.answer);
        if (fresh.answer !== "yes") return;
        const { decision } = evaluateAlone(found!.request!, document, asked.world);
        if (kind === "allowed") expect(decision).toBe("allowed");
        else expect(decision).not.toBe("explicitDeny");
      }),
      RUNS,
    );
    expect(known).toBeGreaterThan(RUNS.numRuns / 10);
  });
});
