import type { Answer } from "../../../../../policies/answer";
import { hole } from "../../../../../policies/model/symbolic";
import { ANYTHING, Beginning, type EventKind } from "../../../../../policies/rules/audit/events/event";
import { closeness, matchesEvery } from "../../../../../policies/rules/audit/events/pattern";

const KIND: EventKind = {
  source: "aws.kms",
  id: ANYTHING,
  detail: { eventName: "PutKeyPolicy", count: 3, address: "10.1.2.3", nothing: null, tried: true, who: ANYTHING },
};
const detail = (field: string, ...filters: readonly unknown[]) => ({ detail: { [field]: filters } }) as never;

describe("an event pattern", () => {
  it.each<[string, unknown, Answer]>([
    ["eventName", "PutKeyPolicy", "yes"],
    ["eventName", "putkeypolicy", "no"],
    ["count", 3, "yes"],
    ["count", "3", "no"],
    ["tried", true, "yes"],
    ["nothing", null, "yes"],
    ["nothing", "", "no"],
    ["eventName", { exists: true }, "yes"],
    ["eventName", { exists: false }, "no"],
    ["eventName", { prefix: "Put" }, "yes"],
    ["eventName", { prefix: "put" }, "no"],
    ["eventName", { prefix: { "equals-ignore-case": "PUT" } }, "yes"],
    ["eventName", { suffix: "Policy" }, "yes"],
    ["eventName", { suffix: { "equals-ignore-case": "POLICY" } }, "yes"],
    ["eventName", { "equals-ignore-case": "putkeypolicy" }, "yes"],
    ["eventName", { wildcard: "Put*Pol*" }, "yes"],
    ["eventName", { wildcard: "Put\\*" }, "no"],
    ["eventName", { wildcard: "Put.*" }, "no"],
    ["eventName", { "anything-but": "DisableKey" }, "yes"],
    ["eventName", { "anything-but": ["DisableKey", "PutKeyPolicy"] }, "no"],
    ["eventName", { "anything-but": { prefix: "Put" } }, "no"],
    ["eventName", { "anything-but": { suffix: ["Key", "Alias"] } }, "yes"],
    ["eventName", { "anything-but": { wildcard: "*Key*" } }, "no"],
    ["eventName", { "anything-but": { "equals-ignore-case": ["putkeypolicy"] } }, "no"],
    ["count", { numeric: ["=", 3] }, "yes"],
    ["count", { numeric: [">", 0, "<=", 3] }, "yes"],
    ["count", { numeric: [">", 3] }, "no"],
    ["eventName", { numeric: [">", 0] }, "no"],
    ["address", { cidr: "10.0.0.0/8" }, "yes"],
    ["address", { cidr: "10.2.0.0/16" }, "no"],
    ["eventName", { cidr: "10.0.0.0/8" }, "no"],
    ["address", { cidr: "::/0" }, "no"],
  ])("asks of %s whether it is %j: %s", (field, filter, expected) => {
    expect(matchesEvery(detail(field, filter), KIND)).toBe(expected);
  });

  it("takes any one of the alternatives of a field, and all of the fields", () => {
    expect(matchesEvery(detail("eventName", "DisableKey", { prefix: "Put" }), KIND)).toBe("yes");
    expect(matchesEvery({ source: ["aws.kms"], detail: { count: [4] } }, KIND)).toBe("no");
    expect(matchesEvery({ $or: [{ source: ["aws.s3"] }, { detail: { count: [3] } }] }, KIND)).toBe("yes");
    expect(matchesEvery({ source: ["aws.kms"], $or: [{ id: ["1"] }, { id: ["2"] }] }, KIND)).toBe("no");
  });

  it.each<[string, never]>([
    ["a filter of another name", detail("eventName", { resembles: "Put" })],
    ["several filters in one", detail("eventName", { prefix: "P", suffix: "y" })],
    ["a filter of the wrong operand", detail("eventName", { prefix: 1 })],
    ["half a comparison", detail("count", { numeric: [">"] })],
    ["a range that is none", detail("address", { cidr: "10.0.0.0/99" })],
    ["a value that is no list", { source: "aws.kms" } as never],
    ["one alternative alone", { $or: [{ source: ["aws.kms"] }] } as never],
    ["nothing at all", {} as never],
    ["what is no pattern", null as never],
    ["a value that is known after the deployment", detail("eventName", hole("var.call"))],
    ["an operand that is known after the deployment", detail("eventName", { prefix: hole("var.call") })],
    ["fields that are known after the deployment", { detail: hole("var.detail") } as never],
  ])("is unknown with %s", (_, pattern) => {
    expect(matchesEvery(pattern, KIND)).toBe("unknown");
  });

  it("narrows the kind by a field that the kind leaves open", () => {
    expect(matchesEvery(detail("userAgent", "console"), KIND)).toBe("no");
    expect(matchesEvery(detail("userAgent", { exists: true }), KIND)).toBe("no");
    expect(matchesEvery(detail("who", { "anything-but": "me" }), KIND)).toBe("no");
    expect(matchesEvery({ detail: { who: { type: ["Root"] } } }, KIND)).toBe("no");
  });

  it("does not narrow the kind by asking for a field that every event has", () => {
    expect(matchesEvery({ id: [{ exists: true }] }, KIND)).toBe("yes");
    expect(matchesEvery({ id: [{ exists: false }] }, KIND)).toBe("no");
  });

  it("knows of a text that is not known as a whole how it begins", () => {
    const ofAws = { source: new Beginning("aws.") };
    const source = (filter: unknown) => ({ source: [filter] }) as never;
    expect(matchesEvery(source({ prefix: "aws." }), ofAws)).toBe("yes");
    expect(matchesEvery(source({ prefix: "aws" }), ofAws)).toBe("yes");
    expect(matchesEvery(source({ exists: true }), ofAws)).toBe("yes");
    expect(matchesEvery(source({ prefix: "aws.kms" }), ofAws)).toBe("no");
    expect(matchesEvery(source({ prefix: "aws.kms" }), ofAws, "yes")).toBe("yes");
    expect(matchesEvery(source({ prefix: "app." }), ofAws, "yes")).toBe("no");
    expect(matchesEvery(source({ prefix: "aws.", suffix: "kms" }), ofAws)).toBe("unknown");
    expect(matchesEvery(source({ prefix: hole("var.source") }), ofAws)).toBe("unknown");
    expect(matchesEvery(source("aws.kms"), ofAws)).toBe("no");
    expect(matchesEvery({ source: { name: ["aws."] } } as never, ofAws)).toBe("no");
    expect(closeness(source({ prefix: "aws." }), ofAws, [])).toBe(0);
    expect(closeness(source({ prefix: "aws." }), KIND, [ofAws.source])).toBe(0);
    expect(closeness(source("aws.kms"), KIND, [ofAws.source])).toBe(1);
  });

  it("may match some events of the kind where it asks for what the kind leaves open", () => {
    expect(matchesEvery(detail("userAgent", "console"), KIND, "yes")).toBe("yes");
    expect(matchesEvery({ source: ["aws.s3"], id: ["1"] }, KIND, "yes")).toBe("no");
  });

  it("does not find a structure equal to a value, nor look into a value", () => {
    expect(matchesEvery({ detail: ["aws.kms"] }, KIND)).toBe("no");
    expect(matchesEvery({ source: { name: ["aws.kms"] } }, KIND)).toBe("no");
  });

  it("is as close to a kind as it asks for what is the kind's own", () => {
    const pattern = { source: ["aws.kms"], detail: { eventName: ["PutKeyPolicy"], userAgent: ["console"] } };
    expect(closeness(pattern, KIND, [])).toBe(2);
    expect(closeness(pattern, KIND, ["aws.kms"])).toBe(1);
    expect(closeness({ $or: [{ source: ["aws.s3"] }, pattern] }, KIND, [])).toBe(2);
  });
});
