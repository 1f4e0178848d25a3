import { spelled, spelledJson } from "../../review/spelling";

describe("a text has one spelling", () => {
  it.each([
    ["rate(60 minutes)", "rate(1 hour)"],
    ["rate(24 hours)", "rate(1 day)"],
    ["cron(0 05 * * ? *)", "cron(0  5 * * ? *)"],
    ["cron(0 5 ? * mon *)", "cron(0 5 ? * MON *)"],
    ["10.1.2.3/8", "10.0.0.0/8"],
    ["2001:0DB8:0::/32", "2001:db8::/32"],
    ["1.0", "1"],
  ])("%s is %s", (one, other) => {
    expect(spelled(one)).toBe(spelled(other));
  });

  it.each([
    ["1.10", "1.1"],
    ["10.0.0.0/8", "10.0.0.0/9"],
    ["rate(1 hour)", "rate(1 day)"],
    ["cron(0 5 * * ? *)", "cron(0 50 * * ? *)"],
    ["arn:aws:s3:::a/1", "arn:aws:s3:::a/2"],
  ])("%s is not %s", (one, other) => {
    expect(spelled(one)).not.toBe(spelled(other));
  });
});

describe("a text of JSON", () => {
  it("says the same in another order and with other spaces, and in numbers written otherwise", () => {
    expect(spelledJson('{"a":1,"b":[2]}')).toBe(spelledJson('{ "b": [2.0], "a": 1 }'));
  });

  it.each([
    ['{"a":[8]}', '{"a":["8"]}'],
    ['{"a":[true]}', '{"a":["true"]}'],
    ['{"a":[null]}', "{}"],
    ['{"a":[""]}', "{}"],
  ])("%s is not %s", (one, other) => {
    expect(spelledJson(one)).not.toBe(spelledJson(other));
  });

  it("is none where it cannot be read", () => {
    expect([spelledJson("text"), spelledJson("{")]).toEqual([undefined, undefined]);
  });
});
