import { hole, identity } from "../../../policies/model/symbolic";
import { decisionOn } from "./support/written";

type Values = readonly string[] | undefined;
const TEAM = "aws:PrincipalTag/team";

/** Whether a lone Allow with one condition holds: of a key's values in the request, or of its absence. */
function holds(operator: string, key: string, values: readonly string[], given: Values): string {
  const decision = decisionOn({ [operator]: { [key]: values } }, given === undefined ? {} : { [key]: given });
  return decision === "allowed" ? "yes" : decision === "implicitDeny" ? "no" : decision;
}

describe("operators on a value", () => {
  it.each([
    ["StringEquals", TEAM, ["red"], "red", "yes"],
    ["StringEquals", TEAM, ["red"], "Red", "no"],
    ["StringEquals", TEAM, ["r*"], "red", "no"],
    ["StringEquals", TEAM, ["r*"], "r*", "yes"],
    ["StringEquals", TEAM, ["blue", "red"], "red", "yes"],
    ["StringNotEquals", TEAM, ["blue", "red"], "red", "no"],
    ["StringNotEquals", TEAM, ["blue", "red"], "green", "yes"],
    ["StringEqualsIgnoreCase", TEAM, ["RED"], "red", "yes"],
    ["StringNotEqualsIgnoreCase", TEAM, ["RED"], "red", "no"],
    ["StringLike", TEAM, ["r?d"], "red", "yes"],
    ["StringLike", TEAM, ["r?d"], "rd", "no"],
    ["StringLike", TEAM, ["r*"], "Red", "no"],
    ["StringLike", TEAM, ["*"], "", "yes"],
    ["StringNotLike", TEAM, ["r*"], "red", "no"],
    ["BinaryEquals", "s3:prefix", ["QmluYXJ5"], "QmluYXJ5", "yes"],
    ["BinaryEquals", "s3:prefix", ["QmluYXJ5"], "QmluYXJ6", "no"],
    ["Bool", "aws:SecureTransport", ["true"], "true", "yes"],
    ["Bool", "aws:SecureTransport", ["True"], "true", "yes"],
    ["Bool", "aws:SecureTransport", ["true"], "false", "no"],
    ["NumericEquals", "s3:max-keys", ["10"], "10.0", "yes"],
    ["NumericNotEquals", "s3:max-keys", ["10"], "11", "yes"],
    ["NumericLessThan", "s3:TlsVersion", ["1.2"], "1.2", "no"],
    ["NumericLessThan", "s3:TlsVersion", ["1.2"], "1.1", "yes"],
    ["NumericLessThanEquals", "s3:TlsVersion", ["1.2"], "1.2", "yes"],
    ["NumericGreaterThan", "s3:max-keys", ["9"], "10", "yes"],
    ["NumericGreaterThanEquals", "s3:max-keys", ["10"], "9", "no"],
    ["NumericEquals", "s3:max-keys", ["10"], "ten", "no"],
    ["DateEquals", "aws:CurrentTime", ["2026-01-01T00:00:00Z"], "2026-01-01T01:00:00+01:00", "yes"],
    ["DateNotEquals", "aws:CurrentTime", ["2026-01-01T00:00:00Z"], "2026-01-01T00:00:01Z", "yes"],
    ["DateLessThan", "aws:CurrentTime", ["2026-01-01"], "2025-12-31T23:59:59Z", "yes"],
    ["DateLessThanEquals", "aws:CurrentTime", ["1767225600"], "2026-01-01T00:00:00Z", "yes"],
    ["DateGreaterThan", "aws:CurrentTime", ["2024-02-29T00:00:00Z"], "2024-03-01T00:00:00Z", "yes"],
    ["DateGreaterThanEquals", "aws:EpochTime", ["2026-01-01T00:00:00Z"], "1767225599", "no"],
    ["IpAddress", "aws:SourceIp", ["10.0.0.0/8"], "10.255.255.255", "yes"],
    ["IpAddress", "aws:SourceIp", ["10.0.0.0/8"], "11.0.0.0", "no"],
    ["IpAddress", "aws:SourceIp", ["192.0.2.1"], "192.0.2.1", "yes"],
    ["IpAddress", "aws:SourceIp", ["2001:db8::/32"], "2001:db8:1::1", "yes"],
    ["IpAddress", "aws:SourceIp", ["::/0"], "10.0.0.1", "no"],
    ["NotIpAddress", "aws:SourceIp", ["10.0.0.0/8"], "11.0.0.0", "yes"],
    ["ArnLike", "aws:PrincipalArn", ["arn:aws:iam::*:user/ann"], "arn:aws:iam::111111111111:user/ann", "yes"],
    ["ArnEquals", "aws:PrincipalArn", ["arn:aws:iam::*:user/a?n"], "arn:aws:iam::111111111111:user/ann", "yes"],
    ["ArnLike", "aws:PrincipalArn", ["*"], "arn:aws:iam::111111111111:user/ann", "unknown"],
    ["ArnEquals", "aws:PrincipalArn", ["arn:aws:iam::*"], "arn:aws:iam::111111111111:user/ann", "unknown"],
    ["ArnNotLike", "aws:PrincipalArn", ["*"], "arn:aws:iam::111111111111:user/ann", "unknown"],
    ["ArnLike", "aws:PrincipalArn", ["arn:aws:*:user/ann:*:*:*"], "arn:aws:iam::111111111111:user/ann", "no"],
    ["ArnLike", "aws:PrincipalArn", ["arn:aws:iam::1*:user/*"], "arn:aws:iam::111111111111:user/a/b:c", "yes"],
    ["ArnNotEquals", "aws:PrincipalArn", ["arn:aws:iam::*:user/*"], "arn:aws:iam::111111111111:user/ann", "no"],
    ["ArnNotLike", "aws:PrincipalArn", ["arn:aws:iam::*:role/*"], "arn:aws:iam::111111111111:user/ann", "yes"],
    ["Null", TEAM, ["true"], "red", "no"],
    ["Null", TEAM, ["false"], "red", "yes"],
    ["Null", TEAM, ["true", "false"], "red", "yes"],
  ] as const)("%s of %s with %j is, of '%s', %s", (operator, key, values, given, expected) => {
    expect(holds(operator, key, values, [given])).toBe(expected);
  });
});

describe("operators without the key", () => {
  it.each([
    ["StringEquals", "no"],
    ["StringLike", "no"],
    ["StringNotEquals", "yes"],
    ["StringNotLike", "yes"],
    ["StringNotEqualsIgnoreCase", "yes"],
    ["StringEqualsIfExists", "yes"],
    ["StringNotEqualsIfExists", "yes"],
    ["ForAllValues:StringEquals", "yes"],
    ["ForAllValues:StringNotEquals", "yes"],
    ["ForAnyValue:StringEquals", "no"],
    ["ForAnyValue:StringNotEquals", "no"],
    ["ForAnyValue:StringEqualsIfExists", "unknown"],
  ] as const)("%s is %s", (operator, expected) => {
    expect(holds(operator, TEAM, ["red"], undefined)).toBe(expected);
  });

  it.each([
    ["Bool", "aws:MultiFactorAuthPresent", "true", "no"],
    ["BoolIfExists", "aws:MultiFactorAuthPresent", "true", "yes"],
    ["NumericLessThan", "s3:TlsVersion", "1.2", "no"],
    ["NumericNotEquals", "s3:max-keys", "1", "yes"],
    ["DateNotEquals", "s3:object-lock-retain-until-date", "2026-01-01", "yes"],
    ["IpAddress", "aws:SourceIp", "10.0.0.0/8", "no"],
    ["NotIpAddress", "aws:SourceIp", "10.0.0.0/8", "yes"],
    ["ArnNotLike", "aws:SourceArn", "arn:aws:s3:::*", "yes"],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:::*", "no"],
    ["Null", TEAM, "true", "yes"],
    ["Null", TEAM, "false", "no"],
  ] as const)("%s of %s with %s is %s", (operator, key, value, expected) => {
    expect(holds(operator, key, [value], undefined)).toBe(expected);
  });
});

describe("operators on several values", () => {
  it.each([
    ["ForAllValues:StringEquals", ["team", "cost"], ["team"], "yes"],
    ["ForAllValues:StringEquals", ["team", "cost"], ["team", "name"], "no"],
    ["ForAnyValue:StringEquals", ["team", "cost"], ["team", "name"], "yes"],
    ["ForAnyValue:StringEquals", ["team", "cost"], ["name"], "no"],
    ["ForAllValues:StringNotEquals", ["team"], ["cost", "team"], "no"],
    ["ForAnyValue:StringNotEquals", ["team"], ["cost", "team"], "yes"],
    ["ForAnyValue:StringLike", ["t*"], ["name", "team"], "yes"],
    ["StringEquals", ["team"], ["team", "cost"], "unknown"],
  ] as const)("%s with %j is, of %j, %s", (operator, values, given, expected) => {
    expect(holds(operator, "aws:TagKeys", values, given)).toBe(expected);
  });
});

describe("what is known only after deployment", () => {
  it.each([
    ["StringEquals", hole("var.team"), "red", "unknown"],
    ["StringEquals", `${hole("var.a")}-x`, "red", "no"],
    ["StringNotEquals", `${hole("var.a")}-x`, "red", "yes"],
    ["StringEquals", identity("dublin/aws_x.a.id"), identity("dublin/aws_x.a.id"), "yes"],
    ["StringEquals", identity("dublin/aws_x.a.id"), identity("dublin/aws_x.b.id"), "no"],
    ["StringNotEquals", identity("dublin/aws_x.a.id"), identity("dublin/aws_x.b.id"), "yes"],
    ["StringEquals", identity("dublin/aws_x.a.id"), "x-0a1b", "unknown"],
    ["StringEquals", `key/${identity("dublin/aws_x.a.id")}`, "alias/x", "no"],
    ["StringLike", `key/*`, `key/${identity("dublin/aws_x.a.id")}`, "yes"],
    ["StringLike", `*/x`, hole("var.a"), "unknown"],
    ["StringLike", `*${hole("var.a")}`, `y${hole("var.a")}`, "yes"],
  ] as const)("%s with %s is, of %s, %s", (operator, value, given, expected) => {
    expect(holds(operator, TEAM, [value], [given])).toBe(expected);
  });

  it("leaves a comparison of amounts, a presence and a key open", () => {
    expect(holds("NumericLessThan", "s3:max-keys", [hole("var.n")], ["1"])).toBe("unknown");
    expect(holds("Null", TEAM, [hole("var.n")], ["red"])).toBe("unknown");
    expect(holds("StringEquals", `aws:PrincipalTag/${hole("var.n")}`, ["red"], undefined)).toBe("unknown");
  });

  it("leaves a key that is not modelled open, both ways, until the request says what it is", () => {
    expect(holds("StringEquals", "quantum:Spin", ["up"], undefined)).toBe("unknown");
    expect(holds("StringNotEquals", "quantum:Spin", ["up"], undefined)).toBe("unknown");
    expect(holds("StringEquals", "quantum:Spin", ["up"], ["up"])).toBe("yes");
  });
});

describe("policy variables", () => {
  const home = (value: string, context: Record<string, string[]>) =>
    decisionOn({ StringLike: { "s3:prefix": value } }, context);

  it.each([
    ["home/${aws:username}/*", { "s3:prefix": ["home/bob/x"], "aws:username": ["bob"] }, "allowed"],
    ["home/${aws:username}/*", { "s3:prefix": ["home/ann/x"], "aws:username": ["bob"] }, "implicitDeny"],
    ["home/${aws:PrincipalTag/team}", { "s3:prefix": ["home/red"] }, "implicitDeny"],
    ["home/${aws:PrincipalTag/team, 'red'}", { "s3:prefix": ["home/red"] }, "allowed"],
    ["home/${aws:PrincipalTag/team, 'red'}", { "s3:prefix": ["home/red"], [TEAM]: ["blue"] }, "implicitDeny"],
    ["${aws:PrincipalTag/team}", { "s3:prefix": ["anything"], [TEAM]: ["*"] }, "implicitDeny"],
    ["a${*}b", { "s3:prefix": ["a*b"] }, "allowed"],
    ["a${*}b", { "s3:prefix": ["axb"] }, "implicitDeny"],
    ["a${?}${$}", { "s3:prefix": ["a?$"] }, "allowed"],
  ] as const)("%s of %j is %s", (value, context, expected) => {
    expect(home(value, context as unknown as Record<string, string[]>)).toBe(expected);
  });

  it("without a value leave a negated operator open", () => {
    expect(decisionOn({ StringNotLike: { "s3:prefix": "${aws:PrincipalTag/team}" } }, { "s3:prefix": ["x"] })).toBe(
      "unknown",
    );
  });
});
