import { isNameBlind, jointShape, replaceNames, shapeOf } from "../../../policies/access/shape";
import { hole, identity } from "../../../policies/model/symbolic";

const stacks = new Set(["ireland", "ireland-2", "frankfurt"]);
const of = (...texts: readonly string[]) => shapeOf(texts, texts, stacks);
const isBlind = (...texts: readonly string[]) => isNameBlind([of(...texts)]);

describe("the shape of a structure", () => {
  it("is one form for all that differ in nothing but names, which it lists in the order of their first places", () => {
    const one = of("arn:aws:s3:::ireland-logs-111111111111", "111111111111");
    const other = of("arn:aws:s3:::frankfurt-logs-222222222222", "222222222222");
    expect(other.form).toBe(one.form);
    expect(one.names).toEqual(["ireland", "111111111111"]);
    expect(other.names).toEqual(["frankfurt", "222222222222"]);
  });

  it("is another form for what differs in anything else", () => {
    expect(of("arn:aws:s3:::ireland-logs").form).not.toBe(of("arn:aws:s3:::ireland-data").form);
    expect(of("ireland").form).not.toBe(of("ireland", "ireland").form);
    expect(of("ireland", "ireland").form).not.toBe(of("ireland", "frankfurt").form);
    expect(jointShape([of("ireland"), of("ireland")]).form).not.toBe(jointShape([of("ireland"), of("frankfurt")]).form);
  });

  it("takes the longest name: `ireland-2` is no `ireland` with a number", () => {
    expect(of("ireland-2-logs").names).toEqual(["ireland-2"]);
    expect(of("logs-ireland-2").names).toEqual(["ireland-2"]);
    expect(of("ireland-3-logs").names).toEqual(["ireland"]);
    expect(of("ireland-2-logs").form).toBe(of("ireland-logs").form);
    expect(of("ireland-3-logs").form).not.toBe(of("ireland-logs").form);
  });

  it("takes names as a whole, never a part of a longer word or number", () => {
    expect(of("irelands", "1111111111112", "o-ireland2", "11111111111").names).toEqual([]);
  });

  it("takes what is known only after deployment as a name, with whatever its expression holds", () => {
    const key = identity("ireland/aws_kms_key.data.key_id");
    const region = hole("var.region");
    expect(of(`arn:aws:kms:${region}:111111111111:key/${key}`).names).toEqual([region, "111111111111", key]);
  });
});

describe("replacing names", () => {
  it("leaves everything else as it is", () => {
    const names: Readonly<Record<string, string>> = { ireland: "frankfurt", "111111111111": "222222222222" };
    const replaced = replaceNames("arn:aws:iam::111111111111:role/ireland-logs-ireland-2", stacks, (name) => {
      return names[name] ?? name;
    });
    expect(replaced).toBe("arn:aws:iam::222222222222:role/frankfurt-logs-ireland-2");
  });
});

describe("a shape is blind to its names", () => {
  it("where its wildcards stand apart from them", () => {
    expect(isBlind("arn:*:kms:*:111111111111:key/*", "arn:aws:s3:::ireland-logs/*", "*")).toBe(true);
  });

  it.each([
    ["a name's beginning", "ire*", "ireland"],
    ["a name's end", "*land", "ireland"],
    ["a name's middle", "*rel*", "ireland"],
    ["a whole name, and a longer one", "ireland*", "ireland-2"],
    ["the end of a name that another is the beginning of", "ireland-?", "ireland-2"],
    ["the digits of an account", "arn:aws:iam::1*:role/reader", "111111111111"],
    ["an account's last digit", "11111111111?", "111111111111"],
  ])("fails when a wildcard may match %s", (_, pattern, name) => {
    expect(isBlind(pattern, name)).toBe(false);
  });

  it("fails when the wildcard is in one structure and the name in another", () => {
    expect(isNameBlind([of("ire*")])).toBe(true);
    expect(isNameBlind([of("ire*"), of("ireland")])).toBe(false);
  });

  it("fails when two names are one without their case: they are compared like that too", () => {
    expect(isBlind("IRELAND", "ireland")).toBe(false);
    expect(isBlind("IRELAND", "frankfurt")).toBe(true);
  });

  it("does not mind the wildcards of a part that is matched against no name", () => {
    expect(isNameBlind([shapeOf(["ire*", "ireland"], ["ireland"], stacks)])).toBe(true);
  });
});
