import { readFileSync } from "node:fs";
import { join } from "node:path";
import { providerSchema, type Attributes } from "../../../scripts/resource-types/provider-schema";
import { review } from "../../../scripts/resource-types/review";
import { formatTable, parseTable, type Table } from "../../../scripts/resource-types/table";

const FILE = join(__dirname, "../../../policies/catalogue/resource-types.json");
const text = readFileSync(FILE, "utf8");

describe("the table of resource types", () => {
  it("is sorted, one type a line, without a type twice", () => expect(formatTable(parseTable(text))).toBe(text));

  it("knows every type and every attribute of the provider, and no other", async () => {
    const schema = await providerSchema();
    const { missing, unknown, wrongPaths, contradictions } = review(parseTable(text), schema);
    expect(schema.size).toBeGreaterThan(1_500);
    expect({ missing, unknown, wrongPaths, contradictions }).toEqual({
      missing: [],
      unknown: [],
      wrongPaths: [],
      contradictions: [],
    });
  }, 120_000);
});

describe("a review", () => {
  const attributes = (...paths: readonly string[]): Attributes => new Map(paths.map((path) => [path, "argument"]));
  const schema = new Map([
    ["aws_store", attributes("arn", "name", "kms_key_id", "encrypted", "copy.region", "policy")],
    ["aws_store_encryption", attributes("store", "key")],
    ["aws_tag", attributes("key")],
  ]);
  const store = { holds: "data", key: [{ from: "self", path: "kms_key_id", when: { encrypted: true } }] } as const;
  const sound: Table = { aws_store: { ...store, key: [...store.key] }, aws_store_encryption: {}, aws_tag: {} };
  const reviewed = (row: unknown) =>
    review(parseTable(JSON.stringify({ ...sound, aws_store: { ...sound["aws_store"], ...(row as object) } })), schema);

  it("finds nothing wrong with a sound table", () => {
    const { missing, unknown, wrongPaths, contradictions } = review(sound, schema);
    expect([missing, unknown, wrongPaths, contradictions].flat()).toEqual([]);
  });

  it("fails when a type of the provider is missing", () => {
    expect(review({ aws_store: sound["aws_store"]! }, schema).missing).toEqual(["aws_store_encryption", "aws_tag"]);
  });

  it("fails when the provider has no such type", () => {
    expect(review({ ...sound, aws_shop: {} }, schema).unknown).toEqual(["aws_shop"]);
  });

  it.each([
    ["of the key", { key: [{ from: "self", path: "kms" }] }, "aws_store: kms"],
    ["of a condition", { key: [{ from: "self", path: "kms_key_id", when: { on: true } }] }, "aws_store: on"],
    [
      "of a companion",
      { key: [{ from: "companion", type: "aws_store_encryption", by: "shop", path: "key" }] },
      "aws_store_encryption: shop",
    ],
    ["of an owner", { key: [{ from: "owner", types: ["aws_store"], by: "parent" }] }, "aws_store: parent"],
    [
      "of what enables a default",
      { key: [{ from: "account", type: "aws_tag", path: "key", enabledBy: { type: "aws_tag", path: "on" } }] },
      "aws_tag: on",
    ],
    ["of another key", { otherKeys: [{ path: "log_key" }] }, "aws_store: log_key"],
    ["of what needs another key", { otherKeys: [{ path: "kms_key_id", needed: { logs: true } }] }, "aws_store: logs"],
    ["of a destination", { moves: "yes", to: { target: "arn" } }, "aws_store: target"],
    ["of a document", { moves: "yes", policies: { document: "resource" } }, "aws_store: document"],
    ["that is computed", { computed: { url: "{name}" } }, "aws_store: url"],
    [
      "inside a template",
      { computed: { arn: "arn:{partition}:store:{region}:{account}:{title}" } },
      "aws_store: title",
    ],
  ])("fails when the provider has no such attribute: the path %s", (_, row, wrong) => {
    expect(reviewed(row).wrongPaths).toEqual([wrong]);
  });

  it.each([
    ["holds data without a word on its key", { key: undefined }, /holds data if and only if/],
    ["has a key and nothing to encrypt", { holds: undefined }, /holds data if and only if/],
    ["can be anything and does not move", { holds: "unknown", key: undefined }, /not known, which can move/],
    ["names a destination and does not move", { to: { "copy.region": "region" } }, /so it moves/],
    ["grants access and does not move", { policies: { policy: "resource" } }, /so it moves/],
    ["moves and says neither where to nor why", { moves: "yes" }, /neither where to nor why/],
    [
      "has its key from an owner without one",
      { key: [{ from: "owner", types: ["aws_tag"], by: "name" }] },
      /from aws_tag, which has none/,
    ],
    [
      "has its key from a type that is not there",
      { key: [{ from: "account", type: "aws_default", path: "key" }] },
      /from aws_default, which has none/,
    ],
    ["computes an attribute from itself", { computed: { name: "{name}" } }, /computes name from itself/],
  ])("fails when a row %s", (_, row, what) => {
    expect(reviewed(row).contradictions).toEqual([expect.stringMatching(what)]);
  });

  it("shows which telling attributes a row does not mention", () => {
    expect(reviewed({}).unmentioned.get("aws_store")).toEqual(["copy.region", "policy"]);
    const mentioned = reviewed({ moves: "yes", to: { copy: "mixed" }, policies: { policy: "resource" } });
    expect(mentioned.unmentioned.get("aws_store")).toBeUndefined();
  });
});

describe("a row", () => {
  it.each([
    ["a word it has no meaning for", { encrypts: true }],
    ["a kind of destination that is none", { to: { target: "somewhere" } }],
    ["a kind of document that is none", { policies: { policy: "scp" } }],
    ["that it holds metadata, which goes without saying", { holds: "metadata" }],
    ["an empty list of keys", { key: [] }],
  ])("fails when it says %s", (_, row) => {
    expect(() => parseTable(JSON.stringify({ aws_store: row }))).toThrow();
  });
});
