import { loadEstate } from "../../../../config/load";
import type { Example } from "../../../../policies/examples";
import { guardrailsOf } from "../../../../policies/rules/organization/guardrails";
import { sampleContext } from "../../../support/sample-context";

const TODAY = "2026-11-24";
const estate = loadEstate("local", { today: TODAY });
const ROOT = "${aws_organizations_organization.one.roots[0].id}";
const content = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const policyIn = (target_id: string, name: string) => ({
  policy: { [name]: { name, content } },
  attachment: { [name]: { policy_id: `\${aws_organizations_policy.${name}.id}`, target_id } },
});

function guardrails(
  attached: readonly ReturnType<typeof policyIn>[],
  parent_id: unknown = "${aws_organizations_organizational_unit.inner.id}",
) {
  const organization = {
    import: [{ to: "aws_organizations_account.dublin", id: "200000000002" }],
    resource: {
      aws_organizations_organization: { one: {} },
      aws_organizations_organizational_unit: {
        outer: { name: "outer", parent_id: ROOT },
        inner: { name: "inner", parent_id: "${aws_organizations_organizational_unit.outer.id}" },
        beside: { name: "beside", parent_id: ROOT },
      },
      aws_organizations_account: { dublin: { name: "dublin", parent_id } },
      aws_organizations_policy: Object.assign({}, ...attached.map(({ policy }) => policy)),
      aws_organizations_policy_attachment: Object.assign({}, ...attached.map(({ attachment }) => attachment)),
    },
  };
  const context = sampleContext({ stacks: { organization } } as Example, estate, TODAY);
  const account = context.model.resource("organization", "aws_organizations_account.dublin")!;
  const { policies, isComplete } = guardrailsOf(account, context);
  return [policies.map(({ value }) => value.resource.name), isComplete];
}

describe("guardrailsOf", () => {
  it("finds what is attached to the account, to every unit above it, and to the root", () => {
    const attached = [
      policyIn("${aws_organizations_account.dublin.id}", "a"),
      policyIn("${aws_organizations_organizational_unit.inner.id}", "b"),
      policyIn("${aws_organizations_organizational_unit.outer.id}", "c"),
      policyIn(ROOT, "d"),
    ];
    expect(guardrails(attached)).toEqual([["a", "b", "c", "d"], true]);
  });

  it("finds what is attached by the account's number", () => {
    expect(guardrails([policyIn("200000000002", "a")])).toEqual([["a"], true]);
  });

  it("finds nothing that is attached elsewhere", () => {
    expect(guardrails([policyIn("${aws_organizations_organizational_unit.beside.id}", "a")])).toEqual([[], true]);
  });

  it("says that there may be more where a target cannot be known", () => {
    expect(guardrails([policyIn("${var.target}", "a")])).toEqual([[], false]);
  });

  it("says that there may be more where the account's unit cannot be known", () => {
    expect(guardrails([policyIn(ROOT, "a")], "${var.unit}")).toEqual([[], false]);
  });

  it("ends where units are in one another", () => {
    const parent = "${aws_organizations_account.dublin.id}";
    expect(guardrails([], parent)).toEqual([[], false]);
  });
});
