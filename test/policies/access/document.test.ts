import { parsePolicy } from "../../../policies/access/document";
import { evaluateAlone } from "../../../policies/access/evaluate";
import { grantsAny } from "../../../policies/access/question";
import { hole } from "../../../policies/model/symbolic";
import { world } from "./support/generated";
import { request } from "./support/written";

const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
const problemsOf = (document: unknown) => parsePolicy(document).problems;
const withStatement = (change: object) => problemsOf({ Version: "2012-10-17", Statement: { ...statement, ...change } });

describe("parsePolicy", () => {
  it("reads one statement or several, one value or several, text or value", () => {
    const one = { Version: "2012-10-17", Id: "x", Statement: statement };
    const several = { Version: "2012-10-17", Statement: [{ ...statement, Action: ["s3:GetObject"], Resource: ["*"] }] };
    expect(parsePolicy(JSON.stringify(one))).toEqual(parsePolicy(several));
    expect(problemsOf(one)).toEqual([]);
  });

  it("reads numbers and booleans of conditions as texts", () => {
    const Condition = { Bool: { "aws:SecureTransport": false }, NumericLessThan: { "s3:TlsVersion": 1.2 } };
    const { statements, problems } = parsePolicy({ Version: "2012-10-17", Statement: { ...statement, Condition } });
    expect(problems).toEqual([]);
    expect(statements[0]!.conditions).toEqual([
      { operator: "Bool", key: "aws:SecureTransport", values: ["false"] },
      { operator: "NumericLessThan", key: "s3:TlsVersion", values: ["1.2"] },
    ]);
  });

  it("takes 2008-10-17 where no version is written: policy variables are then literal", () => {
    const { version } = parsePolicy({ Statement: statement });
    expect(version).toBe("2008-10-17");
    const home = { ...statement, Resource: "arn:aws:s3:::box/${aws:username}" };
    const literally = request({ resource: "arn:aws:s3:::box/${aws:username}" });
    expect(evaluateAlone(literally, parsePolicy({ Statement: home }), world).decision).toBe("allowed");
    expect(evaluateAlone(literally, parsePolicy({ Version: "2012-10-17", Statement: home }), world).decision).toBe(
      "implicitDeny",
    );
  });

  it.each([
    ["text that is not JSON", "{", "the document is not JSON"],
    ["a list", [], "the document is not a JSON object"],
    ["nothing", undefined, "the document is not a JSON object"],
    ["a hole", hole("data.x.json"), "the document is not JSON"],
    ["no statement", { Version: "2012-10-17" }, "'Statement' is missing"],
    ["an unknown version", { Version: "2013", Statement: statement }, "'Version' must be 2012-10-17 or 2008-10-17"],
    ["an unknown element", { Statement: statement, Statment: [] }, "'Statment' is no element of a policy"],
    ["a key written twice", '{"Statement":[],"Statement":[]}', "'Statement' is written twice in one object"],
  ])("fails when it is given %s", (_, document, problem) => {
    expect(problemsOf(document)).toEqual([problem]);
  });

  it.each([
    ["an effect in the wrong case", { Effect: "allow" }, "'Effect' must be Allow or Deny"],
    ["an unknown element", { Actions: "*" }, "'Actions' is no element of a statement"],
    ["both kinds of actions", { NotAction: "*" }, "'Action' and 'NotAction' exclude each other"],
    ["no action", { Action: undefined }, "'NotAction' must be a text or a list of texts"],
    [
      "an action without a service",
      { Action: "GetObject" },
      "'Action' must be * or like service:Action, got 'GetObject'",
    ],
    ["an empty list", { Resource: [] }, "'Resource' must be a text or a list of texts"],
    ["an unknown operator", { Condition: { StringEqual: { a: "b" } } }, "'StringEqual' is no condition operator"],
    [
      "an operator in the wrong case",
      { Condition: { stringequals: { a: "b" } } },
      "'stringequals' is no condition operator",
    ],
    [
      "a condition without values",
      { Condition: { StringEquals: { a: [] } } },
      "'StringEquals' of 'a' must have values",
    ],
    [
      "a number that is none",
      { Condition: { NumericEquals: { a: "x" } } },
      "'NumericEquals' of 'a' must be a number, got 'x'",
    ],
    [
      "a date that is none",
      { Condition: { DateLessThan: { a: "2026-02-30" } } },
      "'DateLessThan' of 'a' must be a date, got '2026-02-30'",
    ],
    [
      "a range that is none",
      { Condition: { IpAddress: { a: "10.0.0.0/33" } } },
      "'IpAddress' of 'a' must be an address or a range of addresses, got '10.0.0.0/33'",
    ],
    ["a null that is neither", { Condition: { Null: { a: "yes" } } }, "'Null' of 'a' must be true or false, got 'yes'"],
    [
      "a wildcard in a principal",
      { Principal: { AWS: "arn:aws:iam::111111111111:role/*" } },
      "'arn:aws:iam::111111111111:role/*': a principal takes no wildcard but * alone, for everyone",
    ],
    [
      "a wildcard service",
      { Principal: { Service: "*" } },
      "'*': a principal takes no wildcard but * alone, for everyone",
    ],
    ["a unique id", { Principal: { AWS: "AROAEXAMPLE" } }, "'AROAEXAMPLE' is no account, root, user, role or session"],
    ["an unknown kind of principal", { Principal: { Aws: "*" } }, "'Aws' is no kind of principal"],
    ["a principal that is none", { Principal: "everyone" }, "a principal must be * or an object"],
  ])("fails when a statement has %s", (_, change, problem) => {
    expect(withStatement(change)).toEqual([`Statement[0]: ${problem}`]);
  });

  it("lets nothing be proved of a document with problems", () => {
    const document = parsePolicy({ Version: "2012-10-17", Statement: { ...statement, Effect: "allow" } });
    const question = { principals: [{ kind: "anyone" } as const], actions: ["*"], resources: ["*"], world };
    expect(grantsAny(document, question)).toMatchObject({ answer: "unknown", why: document.problems[0] });
    expect(evaluateAlone(request(), document, world).decision).toBe("unknown");
  });
});
