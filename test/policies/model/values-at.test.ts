import { loadEstate } from "../../../config/load";
import { hole } from "../../../policies/model/symbolic";
import { valuesAt } from "../../../policies/model/values-at";
import { sampleContext } from "../../support/sample-context";

const TODAY = "2026-11-24";
const estate = loadEstate("local", { today: TODAY });

function found(block: Readonly<Record<string, unknown>>, path: string) {
  const { model } = sampleContext({ aws_x: { one: block } }, estate, TODAY);
  return valuesAt(model.resource("dublin", "aws_x.one")!, path).map(({ jsonPath, data }) => [jsonPath, data]);
}

describe("valuesAt", () => {
  it("finds an attribute of the resource itself", () => expect(found({ a: 1 }, "a")).toEqual([["a", 1]]));

  it("finds the attribute in every element of every list on the way", () => {
    const rule = [{ to: [{ key: 1 }, { key: 2 }] }, { to: { key: 3 } }];
    expect(found({ rule }, "rule.to.key")).toEqual([
      ["rule[0].to[0].key", 1],
      ["rule[0].to[1].key", 2],
      ["rule[1].to.key", 3],
    ]);
  });

  it("passes over no block that lacks the attribute", () => {
    expect(found({ rule: [{ key: 1 }, {}] }, "rule.key")).toEqual([
      ["rule[0].key", 1],
      ["rule[1].key", undefined],
    ]);
  });

  it("finds one absent value where a block is absent or empty", () => {
    expect(found({}, "rule.key").map(([, data]) => data)).toEqual([undefined]);
    expect(found({ rule: [] }, "rule.key").map(([, data]) => data)).toEqual([undefined]);
  });

  it("finds what is unknown below a block that is", () => {
    expect(found({ rule: "${var.rules}" }, "rule.key")).toEqual([["rule.key", hole("var.rules")]]);
  });
});
