import { type TerraformStack, Testing } from "cdktf";
import type { Statement } from "../../../constructs/iam/policy-document";
import { AdoptedOrganization } from "../../../constructs/organization/adopted-organization";
import { GuardrailPolicies } from "../../../constructs/organization/guardrail-policies";
import { packPolicies } from "../../../constructs/organization/policy-packing";
import { lockedStack, Synthesized } from "../../support/synth";

const ACCOUNTS = [
  { stack: "dublin", account: "222222222222", region: "eu-west-1", unit: "sites" },
  { stack: "norway", account: "444444444444", region: "eu-north-1", unit: "sites" },
  { stack: "enclave", account: "555555555555", region: "us-east-1", unit: "enclave" },
] as const;
const MANAGEMENT = { account: "111111111111", region: "eu-west-1", partition: "aws", country: "IE" };

function organizationWith(statements: readonly Statement[]): TerraformStack {
  const stack = lockedStack(MANAGEMENT, "organization");
  const organization = new AdoptedOrganization(stack, "organization", {
    organizationId: "o-cloverexample",
    accounts: ACCOUNTS,
  });
  new GuardrailPolicies(stack, "guardrails", { organization, statements });
  return stack;
}

const statement = (sid: string, actions: number): Statement => ({
  Sid: sid,
  Effect: "Deny",
  Action: Array.from({ length: actions }, (_, index) => `service:Action${index}`),
  Resource: "*",
});

describe("AdoptedOrganization", () => {
  const stack = organizationWith([statement("One", 1)]);
  const synthesized = new Synthesized(stack);

  it("imports the organization and every declared account by its id, and creates none", () => {
    const imports = JSON.parse(Testing.synth(stack, true)).import as { id: string; to: string }[];
    expect(imports.map(({ id }) => id)).toEqual(["o-cloverexample", ...ACCOUNTS.map(({ account }) => account)]);
    expect(imports).toHaveLength(1 + synthesized.all("aws_organizations_account").length);
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
  const synthesized = new Synthesized(
    organizationWith([statement("One", 100), statement("Two", 100), statement("Three", 10)]),
  );

  it("attaches the guardrails to every unit, and to each account its own region's denial", () => {
    const attachments = synthesized.all("aws_organizations_policy_attachment");
    expect(attachments).toHaveLength(2 * 1 + 3);
    const regions = synthesized.all("aws_organizations_policy").filter(({ name }) => name.includes("region-"));
    expect(
      regions.map(({ content }) => JSON.parse(content).Statement[0].Condition.StringNotEquals["aws:RequestedRegion"]),
    ).toEqual(["eu-north-1", "eu-west-1", "us-east-1"]);
  });

  it("fails when the statements need more policies than a unit can carry", () => {
    const statements = Array.from({ length: 5 }, (_, index) => statement(`S${index}`, 200));
    expect(() => organizationWith(statements)).toThrow(
      "[guardrail.over-budget] organization/guardrails: 'statements' must fit into 4 policies, got 5; deny with fewer words",
    );
  });
});

describe("packPolicies", () => {
  it("uses as few policies as fit, in order, each within nine tenths of the quota", () => {
    const packs = packPolicies([statement("One", 100), statement("Two", 100), statement("Three", 100)]);
    for (const pack of packs) expect(pack.length).toBeLessThanOrEqual(4608);
    expect(packs.flatMap((pack) => JSON.parse(pack).Statement.map(({ Sid }: Statement) => Sid))).toEqual([
      "One",
      "Two",
      "Three",
    ]);
    expect(packs).toHaveLength(2);
  });

  it("fails when one statement alone is too large", () => {
    expect(() => packPolicies([statement("Huge", 400)])).toThrow("statement Huge must have at most 4608 characters");
  });
});
