import { App, TerraformStack } from "cdktf";
import { buildEstate } from "../../stacks/build-estate";
import { estateOf } from "../../bench/many-sites";
import { bundleFunction } from "../../functions/bundle-function";
import { declaredEstate } from "../support/estates";

describe("an estate of a hundred sites", () => {
  const app = new App();
  buildEstate(app, estateOf(declaredEstate("local"), 100), bundleFunction);
  const stacks = app.node.children.filter(TerraformStack.isStack);

  it("has a stack for each", () => expect(stacks).toHaveLength(103));

  it("keeps every policy within AWS's quotas", () => {
    const shared = stacks.filter(({ node }) => ["monitor", "organization"].includes(node.id));
    for (const stack of shared) expect(() => stack.toTerraform()).not.toThrow();
    expect(shared).toHaveLength(2);
  });
});
