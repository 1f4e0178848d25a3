import { type TerraformStack, Testing } from "cdktf";
import type { Statement } from "../../../constructs/iam/policy-document";
import { AdoptedOrganization } from "../../../constructs/organization/adopted-organization";
import type { Guardrail } from "../../../constructs/organization/guardrail";
import { GuardrailPolicies } from "../../../constructs/organization/guardrail-policies";
import { packPolicies } from "../../../constructs/organization/policy-packing";
import { lockedStack, Synthesized } from "../../support/synth";

const ACCOUNTS = [
  { stack: "dublin", account: "222222222222", region: "eu-west-1", unit: "sites" },
  { stack: "norway", account: "444444444444", region: "eu-north-1", unit: "sites" },
  { stack: "enclave", account: "555555555555", region: "us-east-1", unit: "enclave" },
] as const;
const MANAGEMENT = { account: "111111111111", region: "eu-west-1", partition: "aws", country: "IE" };

function organizationWith(guardrails: readonly Guardrail[], trusted = ["sso.amazonaws.com"]): TerraformStack {
  const stack = lockedStack(MANAGEMENT, "organization");
  const organization = new AdoptedOrganization(stack, "organization", {
    organizationId: "o-cloverexample",
    accounts: ACCOUNTS,
    trustedServices: trusted,
  });
  new GuardrailPolicies(stack, "guardrails", { organization, guardrails });
  return stack;
}

const statement = (sid: string, actions: number): Statement => ({
  Sid: sid,
  Effect: "Deny",
  Action: Array.from({ length: actions }, (_, index) => `service:Action${index}`),
  Resource: "*",
});

const guardrail = (name: string, characters: number, targets: Guardrail["targets"]): Guardrail => ({
  name,
  description: `Guardrail ${name}`,
  type: "SERVICE_CONTROL_POLICY",
  content: "x".repeat(characters),
  targets,
});

describe("AdoptedOrganization", () => {
  const stack = organizationWith([]);
  const synthesized = new Synthesized(stack);

  it("imports the organization and every declared account by its id, and creates none", () => {
    const imports = JSON.parse(Testing.synth(stack, true)).import as { id: string; to: string }[];
    expect(imports.map(({ id }) => id)).toEqual(["o-cloverexample", ...ACCOUNTS.map(({ account }) => account)]);
    expect(imports).toHaveLength(1 + synthesized.all("aws_organizations_account").length);
  });

  it("trusts the services that it was told of, or none", () => {
    const trustedBy = (one: Synthesized) => one.only("aws_organizations_organization")["aws_service_access_principals"];
    expect(trustedBy(synthesized)).toEqual(["sso.amazonaws.com"]);
    expect(trustedBy(new Synthesized(organizationWith([], [])))).toEqual([]);
  });

  it("never closes, renames or removes an account", () => {
    for (const account of synthesized.all("aws_organizations_account")) {
      expect(account).toMatchObject({
        close_on_deletion: false,
        lifecycle: {
          prevent_destroy: true,
          ignore_changes: ["email", "iam_user_access_to_billing", "name", "role_name"],
        },
      });
    }
  });

  it("puts each account into the unit of its kind", () => {
    const parents = Object.fromEntries(
      synthesized.all("aws_organizations_account").map((account) => [account["name"], account["parent_id"]]),
    );
    expect(parents).toEqual({
      dublin: expect.stringContaining("unit-sites"),
      norway: expect.stringContaining("unit-sites"),
      enclave: expect.stringContaining("unit-enclave"),
    });
  });
});

describe("GuardrailPolicies", () => {
  const both = [{ unit: "sites" }, { unit: "enclave" }] as const;

  it("attaches each guardrail to each of its targets, units and accounts", () => {
    const synthesized = new Synthesized(
      organizationWith([guardrail("one", 10, both), guardrail("two", 10, [{ stack: "norway" }])]),
    );
    expect(synthesized.all("aws_organizations_policy")).toHaveLength(2);
    expect(
      synthesized.all("aws_organizations_policy_attachment").map(({ policy_id, target_id }) => [policy_id, target_id]),
    ).toEqual([
      [expect.stringContaining("guardrails_one"), expect.stringContaining("unit-enclave")],
      [expect.stringContaining("guardrails_one"), expect.stringContaining("unit-sites")],
      [expect.stringContaining("guardrails_two"), expect.stringContaining("account-norway")],
    ]);
  });

  it("takes what fills nine tenths of the quotas", () => {
    const three = ["a", "b", "c"].map((name) => guardrail(name, 4608, both));
    const others = ["d", "e", "f"].map((name) => guardrail(name, 4608, [{ stack: "enclave" }]));
    expect(() => organizationWith([...three, ...others])).not.toThrow();
  });

  it("fails when a guardrail comes within a tenth of its quota", () => {
    expect(() => organizationWith([guardrail("one", 4609, both)])).toThrow(
      "[guardrail.too-large] organization/guardrails: 'one' must have at most 4608 characters, got 4609; deny with fewer words",
    );
  });

  it("fails when more meet on one unit than leave a place free", () => {
    const four = ["a", "b", "c", "d"].map((name) => guardrail(name, 10, [{ unit: "sites" }]));
    expect(() => organizationWith(four)).toThrow(
      "[guardrail.over-budget] organization/guardrails: 'guardrails' must be at most 3 of SERVICE_CONTROL_POLICY on unit-sites, got 4 with 'd'; deny with fewer words, or attach it elsewhere",
    );
  });

  it("fails when a guardrail is for an account that is not there", () => {
    expect(() => organizationWith([guardrail("one", 10, [{ stack: "dublin-2" }])])).toThrow("no account of dublin-2");
  });
});

describe("packPolicies", () => {
  it("uses as few policies as fit, in order, each within nine tenths of the quota", () => {
    const packs = packPolicies(
      [statement("One", 100), statement("Two", 100), statement("Three", 100)],
      "SERVICE_CONTROL_POLICY",
    );
    for (const pack of packs) expect(pack.length).toBeLessThanOrEqual(4608);
    expect(packs.flatMap((pack) => JSON.parse(pack).Statement.map(({ Sid }: Statement) => Sid))).toEqual([
      "One",
      "Two",
      "Three",
    ]);
    expect(packs).toHaveLength(2);
  });

  it("fails when one statement alone is too large", () => {
    expect(() => packPolicies([statement("Huge", 400)], "RESOURCE_CONTROL_POLICY")).toThrow(
      "statement Huge must have at most 4608 characters",
    );
  });
});
