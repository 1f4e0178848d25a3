import { containedIn, intersects } from "./pattern-questions";
import { hole, identity } from "../../../policies/model/symbolic";

const a = identity("dublin/aws_x.a.id");
const b = identity("dublin/aws_x.b.id");

describe("patterns", () => {
  it.each([
    ["s3:Get*", "s3:*Object", "yes"],
    ["s3:Get*", "s3:Put*", "no"],
    ["a?c", "abc", "yes"],
    ["a?c", "ac", "no"],
    ["*a", "b*", "yes"],
    ["key/*", `key/${a}`, "yes"],
    [`key/${a}`, `key/${b}`, "no"],
    [`key/${a}`, `key/${a}`, "yes"],
    [`${hole("var.x")}/a`, "b/*", "unknown"],
    [`${hole("var.x")}/a`, "*b", "no"],
  ] as const)("%s and %s have a text in common: %s", (one, other, expected) => {
    expect(intersects(one, other)).toBe(expected);
    expect(intersects(other, one)).toBe(expected);
  });

  it.each([
    ["s3:GetObject", ["s3:Get*"], "yes"],
    ["s3:Get*", ["s3:GetObject"], "no"],
    ["s3:Get*", ["s3:G*", "iam:*"], "yes"],
    ["a*", ["a", "a?*"], "yes"],
    ["a*", ["a?*"], "no"],
    ["?", ["a", "b"], "no"],
    [`key/${a}`, ["key/*"], "yes"],
    ["key/1", [`key/${a}`], "unknown"],
    ["key/*", [`key/${hole("var.x")}`], "unknown"],
  ] as const)("%s lies within %j: %s", (pattern, others, expected) => {
    expect(containedIn(pattern, others)).toBe(expected);
  });

  it("of resources reach over colons at the end of a part, and within one AWS does not say", () => {
    const resources = { wildcards: true, arn: "resource" } as const;
    const queue = "arn:aws:sqs:eu-west-1:111111111111:queue";
    expect(containedIn(queue, ["arn:aws:s*"], resources)).toBe("yes");
    expect(containedIn(queue, ["arn:aws:*:queue"], resources)).toBe("yes");
    expect(containedIn(queue, ["arn:aws:s*1:111111111111:queue"], resources)).toBe("unknown");
    expect(containedIn("arn:aws:logs:eu-west-1:1:log-group:a:b", ["arn:aws:logs:*:1:log*:b"], resources)).toBe("yes");
  });

  it("ignore the case of actions where they are asked to", () => {
    const actions = { wildcards: true, anyCase: true };
    expect(intersects("S3:GETOBJECT", "s3:getObj*", actions)).toBe("yes");
    expect(containedIn("S3:get*", ["s3:*"], actions)).toBe("yes");
  });
});
