import type { PolicyDocument } from "../../../policies/access/document";
import { evaluateAlone } from "../../../policies/access/evaluate";
import { deniesAll, type Grant, grants, grantsAny, type Question } from "../../../policies/access/question";
import { remembered } from "../../../policies/access/remembered";
import type { Names } from "../../../policies/access/world";
import { hole, identity, legible } from "../../../policies/model/symbolic";
import { policy, request } from "./support/written";

const IRELAND = "101010101010";
const FRANKFURT = "202020202020";
const OUTSIDER = "303030303030";
const stacks: Names = new Set(["ireland", "ireland-2", "frankfurt"]);
const organizationOf = (account: string) => (account === OUTSIDER ? undefined : "o-aaaaaaaaaa");

function asking(account: string, of: Partial<Question> = {}): Question {
  const world = { organizationOf, names: stacks, resourceAccount: account, resourceOrganization: "o-aaaaaaaaaa" };
  const resources = ["arn:aws:s3:::*"];
  return { principals: [{ kind: "account", account }], actions: ["s3:*"], resources, world, ...of };
}

let asked = 0;

/** How many of these questions are worked out: each with its document, under a kind that nothing else asks. */
function workedOut(...questions: readonly (readonly [PolicyDocument, Question])[]): number {
  const kind = `test ${asked++}`;
  let count = 0;
  const find = (): readonly Grant[] => {
    count++;
    return [{ answer: "no" }];
  };
  for (const [document, question] of questions) remembered(kind, [document], question, find);
  return count;
}

const box = (stack: string, account: string) =>
  policy({ Principal: { AWS: account }, Resource: `arn:aws:s3:::${stack}-box/*` });

describe("an answer is worked out once", () => {
  it("for documents and questions that differ in nothing but names", () => {
    const ireland = [box("ireland", IRELAND), asking(IRELAND)] as const;
    expect(workedOut(ireland, ireland, [box("frankfurt", FRANKFURT), asking(FRANKFURT)])).toBe(1);
    expect(workedOut(ireland, [box("ireland-2", FRANKFURT), asking(FRANKFURT)])).toBe(1);
  });

  it.each<[string, PolicyDocument, Question]>([
    ["the document names another account than the question", box("frankfurt", IRELAND), asking(FRANKFURT)],
    ["the account is of another organization", box("frankfurt", OUTSIDER), asking(OUTSIDER)],
    ["another bucket is meant", box("malta", FRANKFURT), asking(FRANKFURT)],
    ["other actions are asked about", box("frankfurt", FRANKFURT), asking(FRANKFURT, { actions: ["s3:Get*"] })],
  ])("fails when %s: it is worked out again", (_, document, question) => {
    expect(workedOut([box("ireland", IRELAND), asking(IRELAND)], [document, question])).toBe(2);
  });

  it("for what is not known yet, whatever it is called: a wildcard matches none of it or all", () => {
    const keyed = (of: string, account: string) =>
      policy({ Principal: { AWS: account }, Resource: `arn:aws:kms:*:*:key/${identity(of)}/*` });
    const ireland = [keyed("ireland/aws_kms_key.one.key_id", IRELAND), asking(IRELAND)] as const;
    expect(workedOut(ireland, [keyed("frankfurt/aws_kms_key.two.key_id", FRANKFURT), asking(FRANKFURT)])).toBe(1);
  });

  it("fails when a wildcard may match a part of a name", () => {
    const named = (stack: string, account: string) =>
      policy({ Resource: "arn:aws:s3:::ire*" }, { Principal: { AWS: account }, Resource: `arn:aws:s3:::${stack}-box` });
    expect(
      workedOut([named("ireland", IRELAND), asking(IRELAND)], [named("frankfurt", FRANKFURT), asking(FRANKFURT)]),
    ).toBe(2);
  });

  it("fails when another kind of question is asked", () => {
    const document = box("ireland", IRELAND);
    const everything = asking(IRELAND, { resources: ["arn:aws:s3:::ireland-box/*"] });
    expect(grantsAny(document, everything).answer).toBe("yes");
    expect(deniesAll(document, everything).answer).toBe("no");
    expect(deniesAll(policy({ Effect: "Deny" }), everything).answer).toBe("yes");
  });
});

describe("what is more than a comparison of names is worked out for each", () => {
  it("an account that is compared as a number", () => {
    const small = policy({ Condition: { NumericLessThan: { "aws:PrincipalAccount": "200000000000" } } });
    expect(grantsAny(small, asking(IRELAND)).answer).toBe("yes");
    expect(grantsAny(small, asking(FRANKFURT)).answer).toBe("no");
  });

  it("an amount that looks like an account", () => {
    const limited = (amount: string) =>
      policy({
        Condition: { NumericLessThan: { "s3:max-keys": amount }, NumericGreaterThan: { "s3:max-keys": "2e11" } },
      });
    expect(grantsAny(limited("100000000000"), asking(IRELAND)).answer).toBe("no");
    expect(grantsAny(limited("300000000000"), asking(IRELAND)).answer).toBe("yes");
  });

  it("an amount of a request that looks like an account", () => {
    const many = policy({ Condition: { NumericGreaterThan: { "s3:max-keys": "2e11" } } });
    const decisionOn = (amount: string) =>
      evaluateAlone(request({ context: { "s3:max-keys": [amount] } }), many, asking(IRELAND).world).decision;
    expect(decisionOn("100000000000")).toBe("implicitDeny");
    expect(decisionOn("300000000000")).toBe("allowed");
  });

  it("an instant that looks like an account", () => {
    const between = (first: string, last: string) =>
      policy({
        Condition: { DateGreaterThan: { "aws:CurrentTime": first }, DateLessThan: { "aws:CurrentTime": last } },
      });
    expect(grantsAny(between("100000000000", "200000000000"), asking(IRELAND)).answer).toBe("yes");
    expect(grantsAny(between("200000000000", "100000000000"), asking(IRELAND)).answer).toBe("no");
  });

  it("a name without its case", () => {
    const team = (name: string) =>
      asking(IRELAND, { context: { "aws:PrincipalTag/team": [name] }, resources: ["arn:aws:s3:::box"] });
    const shouted = policy({ Condition: { StringEqualsIgnoreCase: { "aws:PrincipalTag/team": "IRELAND" } } });
    expect(grantsAny(shouted, team("ireland")).answer).toBe("yes");
    expect(grantsAny(shouted, team("frankfurt")).answer).toBe("no");
  });
});

describe("a remembered answer is told", () => {
  it("by the names and with the statement of the document that asks", () => {
    const written = (stack: string, account: string) =>
      policy(
        { Sid: "Refused", Effect: "Deny", Principal: { AWS: account }, Action: "s3:Delete*" },
        {
          Sid: `Of${account}`,
          Principal: { AWS: `arn:aws:iam::${account}:role/${stack}-reader` },
          Action: "s3:GetObject",
          Resource: `arn:aws:s3:::${stack}-box/a`,
        },
      );
    const documents = [written("ireland", IRELAND), written("frankfurt", FRANKFURT)] as const;
    const first = grants(documents[0], asking(IRELAND));
    const second = grants(documents[1], asking(FRANKFURT));
    expect(first).toMatchObject([
      {
        answer: "yes",
        request: {
          principal: { arn: `arn:aws:iam::${IRELAND}:role/ireland-reader` },
          resource: "arn:aws:s3:::ireland-box/a",
        },
      },
    ]);
    expect(second).toMatchObject([
      {
        answer: "yes",
        request: {
          principal: { arn: `arn:aws:iam::${FRANKFURT}:role/frankfurt-reader` },
          resource: "arn:aws:s3:::frankfurt-box/a",
        },
      },
    ]);
    expect(first[0]!.statement).toBe(documents[0].statements[1]);
    expect(second[0]!.statement).toMatchObject({ sid: `Of${FRANKFURT}`, index: 1 });
  });

  it("with the statement that decides on one request", () => {
    const decided = [IRELAND, FRANKFURT].map((account) => {
      const document = policy({ Principal: { AWS: OUTSIDER } }, { Sid: `Of${account}`, Principal: { AWS: account } });
      const asked = request({ principal: { kind: "root", arn: `arn:aws:iam::${account}:root` } });
      return evaluateAlone(asked, document, asking(account).world);
    });
    expect(decided).toMatchObject([
      { decision: "allowed", statement: { sid: `Of${IRELAND}` } },
      { decision: "allowed", statement: { sid: `Of${FRANKFURT}` } },
    ]);
  });

  it("with the reason by those names where it is unknown", () => {
    const why = (account: string) =>
      grantsAny(policy({ Condition: { StringEquals: { "aws:PrincipalAccount": `${account}*` } } }), asking(account))
        .why;
    const like = (account: string) =>
      grantsAny(
        policy({ Condition: { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${account.slice(0, 4)}*:role/x` } } }),
        asking(account),
      ).why;
    expect([why(IRELAND), why(FRANKFURT)].join()).not.toContain("undefined");
    expect(like(IRELAND)).toContain("1010*");
    expect(like(FRANKFURT)).toContain("2020*");
  });

  it("with the expression that is not known yet of the document that asks", () => {
    const why = (expression: string) =>
      grantsAny(policy({ Condition: { StringEquals: { "aws:PrincipalAccount": hole(expression) } } }), asking(IRELAND))
        .why;
    expect(legible(why('lookup(var.one, "a")')!)).toContain('${lookup(var.one, "a")}');
    expect(legible(why('lookup(var.two, "b")')!)).toContain('${lookup(var.two, "b")}');
  });
});
