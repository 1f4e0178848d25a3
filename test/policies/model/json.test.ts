import { parseJson } from "../../../policies/model/json";

describe("strict JSON", () => {
  it("is read with every key once", () => {
    expect(parseJson('{"a": {"b": [1, {"b": ":"}]}, "c": "\\"d\\":"}')).toEqual({
      json: { a: { b: [1, { b: ":" }] }, c: '"d":' },
      duplicateKeys: [],
    });
  });

  it.each([
    ["at the top", '{"a": 1, "a": 2}', ["a"]],
    ["nested", '{"x": [{"region": "eu-west-1", "y": {"z": 1}, "region": "us-east-1"}]}', ["region"]],
    ["written with an escape", '{"region": 1, "\\u0072egion": 2}', ["region"]],
    ["with an object dropped", '{"a": {"b": 1}, "a": {"b": 2}}', ["a"]],
    ["after a string that ends in a backslash", '{"a": "\\\\", "b": 1, "b": 2}', ["b"]],
  ])("tells a key that is there twice, %s", (_, text, keys) => {
    expect(parseJson(text).duplicateKeys).toEqual(keys);
  });

  it("knows the same key of two objects from a duplicate", () => {
    expect(parseJson('[{"a": 1}, {"a": 2}, {"b": {"a": 3}}]').duplicateKeys).toEqual([]);
  });

  it.each([
    ["is truncated", '{"a": [1, 2', /JSON/],
    ["is empty", "", /JSON/],
    ["is nested deeper than 200 levels", "[".repeat(100_000) + "]".repeat(100_000), /deeper than 200 levels/],
    ["carries a mark of symbolic text", '{"a": "\uE000x\uE001"}', /U\+E000 to U\+E003/],
    ["carries an escaped mark", '{"a": "\\ue002"}', /U\+E000 to U\+E003/],
    ["carries a mark that a document inside it would unescape", '{"a": "{\\"b\\": \\"\\\\uE001\\"}"}', /U\+E000/],
    ["has a key __proto__", '{"a": {"__proto__": {"region": "us-east-1"}}}', /__proto__/],
    ["has an escaped key __proto__", '{"\\u005f_proto__": 1}', /__proto__/],
  ])("fails when it %s", (_, text, message) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
    expect(() => parseJson(text)).toThrow(message);
  });
});
