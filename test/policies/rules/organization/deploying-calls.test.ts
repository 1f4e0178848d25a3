import { rmSync } from "node:fs";
import { DEPLOYING_CALLS } from "../../../../policies/rules/organization/deploying-calls";
import { declaredEstate, readStacks, writeEstate } from "../../../support/estates";
import { actionsMatching } from "../../../support/iam-actions";

/** Whose accounts no guardrail binds. */
const UNBOUND = ["monitor", "organization"];

describe("the calls of a deployment", () => {
  it("are known of every type that is deployed into a member account", () => {
    const outdir = writeEstate(declaredEstate("local"));
    const stacks = [...readStacks(outdir)].filter(([stack]) => !UNBOUND.includes(stack));
    rmSync(outdir, { recursive: true });
    const types = stacks.flatMap(([, text]) => Object.keys((JSON.parse(text) as { resource: object }).resource));
    expect(types.length).toBeGreaterThan(100);
    expect([...new Set(types)].filter((type) => !Object.hasOwn(DEPLOYING_CALLS, type))).toEqual([]);
  });

  it("are actions that AWS has", async () => {
    const actions = [...new Set(Object.values(DEPLOYING_CALLS).flat())];
    const found = await Promise.all(actions.map(actionsMatching));
    expect(actions.filter((_, index) => found[index]!.length !== 1)).toEqual([]);
  });
});
