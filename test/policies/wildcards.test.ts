import { hasWildcard, meetsWildcards } from "../../policies/wildcards";

describe("meetsWildcards", () => {
  it.each([
    ["s3:GetObject", "s3:*", true],
    ["s3:GetObject", "*", true],
    ["", "*", true],
    ["s3:GetObject", "s3:?etObject", true],
    ["s3:GetObject", "s3:Get", false],
    ["s3:GetObject", "xs3:*", false],
    ["s3:GetObject", "S3:*", false],
    ["a.b", "a?b", true],
    ["ab", "a.b", false],
    ["a(b)[c]+$^|{2}\\", "a(b)[c]+$^|{2}\\", true],
    ["one\ntwo", "one*two", true],
  ])("%j and %j: %s", (text, pattern, meets) => {
    expect(meetsWildcards(text, pattern)).toBe(meets);
  });

  it("is met by a pattern where all that meets it is", () => {
    expect(meetsWildcards("s3:Get*", "s3:*")).toBe(true);
    expect(meetsWildcards("s3:Get?", "s3:Get?")).toBe(true);
    expect(meetsWildcards("s3:Get*", "s3:Get?")).toBe(false);
  });
});

it("hasWildcard", () => {
  expect(["*", "a?", "a.b"].map(hasWildcard)).toEqual([true, true, false]);
});
