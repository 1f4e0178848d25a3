import { own } from "../../../policies/model/own";
import { synthSource } from "../../../policies/model/synth-source";
import { differences } from "../../../review/resources/differences";

describe("what an object has of its own", () => {
  it("is what was put into it, and nothing that every object has", () => {
    expect([own({ a: 1 }, "a"), own({ a: 1 }, "constructor"), own({ constructor: 1 }, "constructor")]).toEqual([
      1,
      undefined,
      1,
    ]);
  });

  it.each(["x", 1, { x: {} }])("leaves no key of a configuration unnoticed, whatever it holds: %j", (value) => {
    const { unread } = synthSource("dublin", "cdk.tf.json", JSON.parse(JSON.stringify({ constructor: value })), []);
    expect(unread).toEqual([
      {
        address: "stack",
        jsonPath: "constructor",
        what: "a key that Terraform's JSON syntax does not have",
        outcome: "undecided",
      },
    ]);
  });

  it("differs where one version says it and the other does not", () => {
    const said = { constructor: "x" } as never;
    expect(differences({ a: "1" }, { a: "1", ...(said as object) })).toEqual([
      { path: "constructor", before: undefined, after: "x", isOrder: false },
    ]);
  });
});
