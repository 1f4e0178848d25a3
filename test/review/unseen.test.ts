import { review } from "../../review/review";
import { declaredEstate, TODAY } from "../support/estates";
import type { Output } from "../policies/mutations/mutation";
import { bareSideOf } from "./versions";

const estate = declaredEstate("local");

/** What a review says of a change of the output, beside resources. */
function told(change: (output: Output) => void, before: (output: Output) => void = () => undefined) {
  const { entries, isGrave } = review(bareSideOf(estate, before), bareSideOf(estate, change), TODAY);
  const isBeside = /^(stack$|terraform|provider\.|output\.)/;
  const found = entries.filter(({ at, path }) => path === "import.id" || isBeside.test(at[0]?.address ?? ""));
  return { isGrave, found: found.map(({ verdict, what, controls }) => `${verdict} ${what} ${controls.join()}`.trim()) };
}

const dublin = ({ stacks }: Output) => stacks["dublin"]!;
const provider = (output: Output) => [dublin(output)["provider"]["aws"]].flat()[0];

describe("a change beside resources is told", () => {
  it.each<[string, (output: Output) => void, string]>([
    [
      "of a provider's version",
      (output) => (dublin(output)["terraform"]["required_providers"]["aws"]["version"] = "5.99.0"),
      "weaker terraform.required_providers.aws.version is another G55",
    ],
    [
      "of the backend",
      (output) => (dublin(output)["terraform"]["backend"] = { s3: { bucket: "elsewhere" } }),
      "weaker the state is kept elsewhere G54,F49",
    ],
    [
      "of what a provider ignores",
      (output) => (provider(output)["ignore_tags"] = [{ keys: ["data-class"] }]),
      "weaker ignore_tags is new A5,B10",
    ],
    [
      "of the data class that a provider gives",
      (output) => (provider(output)["default_tags"][0]["tags"]["data-class"] = "public"),
      "weaker default_tags.tags.data-class is new A5,B10",
    ],
    [
      "of where a provider calls",
      (output) => (provider(output)["endpoints"] = [{ s3: "https://s3.example.org" }]),
      "weaker endpoints is new A1",
    ],
  ])("%s", (_title, change, expected) => {
    const { isGrave, found } = told(change);
    expect(isGrave).toBe(true);
    expect(found.join("\n")).toContain(expected);
  });

  it.each<[string, object, object, string]>([
    [
      "in an encrypted bucket",
      {},
      { s3: { bucket: "b", encrypt: true } },
      "stronger the state is kept in an encrypted",
    ],
    [
      "in a file again",
      { s3: { bucket: "b", encrypt: true } },
      {},
      "weaker the state is no longer kept in an encrypted",
    ],
    ["under a key", { s3: { bucket: "b" } }, { s3: { bucket: "b", kms_key_id: "k" } }, "stronger kms_key_id is new"],
    [
      "without a lock",
      { s3: { use_lockfile: true } },
      { s3: { use_lockfile: false } },
      "weaker use_lockfile is another",
    ],
    ["in another bucket", { s3: { bucket: "a" } }, { s3: { bucket: "b" } }, "other bucket is another"],
    ["where somebody else answers", { s3: {} }, { s3: { endpoints: { s3: "https://a" } } }, "weaker endpoints is new"],
    ["where nobody knows", {}, { http: { address: "https://a" } }, "weaker the state is kept elsewhere"],
  ])("of a state that is %s", (_title, before, after, expected) => {
    const having = (backend: object) => (output: Output) => {
      dublin(output)["terraform"]["backend"] = backend;
    };
    const { found } = told(having(after), having(before));
    expect(found.join("\n")).toContain(expected);
  });

  it("of what is taken over instead of something else", () => {
    const takenOver = (id: string) => (output: Output) => {
      output.add("dublin", "aws_s3_bucket", "old", { bucket: "old" });
      dublin(output)["import"] = [{ to: "aws_s3_bucket.old", id }];
    };
    expect(told(takenOver("other"), takenOver("old"))).toEqual({
      isGrave: true,
      found: ["weaker import.id is another G55,E43"],
    });
  });

  it("of an output and of a tag, which alarms nobody", () => {
    const { isGrave, found } = told((output) => {
      dublin(output)["output"] = { ...dublin(output)["output"], more: { value: "1" } };
      provider(output)["default_tags"][0]["tags"]["cost-center"] = "7";
    });
    expect(isGrave).toBe(false);
    expect(found).toEqual(["other default_tags.tags.cost-center is new", "other value is new"]);
  });
});
