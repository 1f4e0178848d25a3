import { enforcingOrganization } from "../../../../policies/rules/organization/enforcing-organization";
import { organizationWith } from "../../../../policies/rules/organization/example-organization";
import { declaredEstate, TODAY } from "../../../support/estates";
import { sampleContext } from "../../../support/sample-context";

const local = declaredEstate("local");

/** The verdict on an organization that trusts these, in an estate that declares those. */
function verdict(trusted: readonly string[] | undefined, trustedServices: readonly string[]) {
  const organization = {
    feature_set: "ALL",
    enabled_policy_types: ["RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY"],
    aws_service_access_principals: trusted,
    lifecycle: { prevent_destroy: true },
  };
  const example = organizationWith([], { aws_organizations_organization: { one: organization } });
  const estate = { ...local, organization: { ...local.organization, trustedServices } };
  const [found] = enforcingOrganization.check(sampleContext(example, estate, TODAY));
  return [found!.outcome, found!.at.jsonPath.split(".").at(-1)];
}

describe("what an organization trusts", () => {
  it("is what the estate declares, in any order, and nothing where it declares nothing", () => {
    const declared = ["sso.amazonaws.com", "config.amazonaws.com"];
    for (const trusted of [declared, declared.toReversed()]) expect(verdict(trusted, declared)[0]).toBe("pass");
    for (const trusted of [undefined, []]) expect(verdict(trusted, [])[0]).toBe("pass");
  });

  it("fails when the estate declares nothing and something is trusted", () => {
    expect(verdict(["sso.amazonaws.com"], [])).toEqual(["fail", "aws_service_access_principals"]);
  });

  it.each(["ram", "member.org.stacksets.cloudformation", "backup", "iam", "account", "macie", "ssm"])(
    "fails when %s is trusted, even where an estate could declare it",
    (name) => {
      const trusted = ["sso.amazonaws.com", `${name}.amazonaws.com`];
      expect(verdict(trusted, trusted)).toEqual(["fail", "aws_service_access_principals[1]"]);
    },
  );
});
