import { OrganizationsAccount } from "@cdktf/provider-aws/lib/organizations-account";
import { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import { OrganizationsOrganizationalUnit } from "@cdktf/provider-aws/lib/organizations-organizational-unit";
import { TerraformStack, type TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { POLICY_TYPES } from "./policy-type";

/** An account of one kind shares its guardrails with those of its kind. */
const UNITS = ["sites", "enclave"] as const;
export type Unit = (typeof UNITS)[number];

/** An account that exists already. */
export interface DeclaredAccount {
  /** The stack that is deployed into it. */
  readonly stack: string;
  readonly account: string;
  readonly region: string;
  readonly unit: Unit;
}

export interface AdoptedOrganizationProps {
  /** Id of the organization, which exists already. */
  readonly organizationId: string;
  readonly accounts: readonly DeclaredAccount[];
  /** Service principals of everything that the organization trusts. Trust in any other ends. */
  readonly trustedServices: readonly string[];
}

/**
 * Guarantee: the declared organization and the declared accounts, all of which exist already, come under
 * Terraform by import and into their units; none is ever created by surprise, renamed, closed or removed.
 *
 * Emits `aws_organizations_organization`, `aws_organizations_account` for each account, both with an
 * `import` block, and an `aws_organizations_organizational_unit` for each kind. An id that does not
 * exist fails the plan.
 *
 * What the organization trusts and which types of policies it enables is set as a whole: the first apply ends the trust
 * in every service that is not declared, and disables every type but `SERVICE_CONTROL_POLICY` and
 * `RESOURCE_CONTROL_POLICY`, with what its policies did. The plan shows both.
 * Controls: E43, G53.
 *
 * @see https://developer.hashicorp.com/terraform/language/import
 * @see https://github.com/aws-samples/amazon-guardduty-for-aws-organizations-with-terraform/issues/3
 */
export class AdoptedOrganization extends Construct {
  readonly unitIds: Readonly<Record<Unit, string>>;
  readonly accounts: readonly { readonly name: string; readonly id: string; readonly region: string }[];

  constructor(scope: Construct, id: string, props: AdoptedOrganizationProps) {
    super(scope, id);
    const organization = new OrganizationsOrganization(this, "organization", {
      featureSet: "ALL",
      awsServiceAccessPrincipals: [...props.trustedServices],
      enabledPolicyTypes: [...POLICY_TYPES],
      lifecycle: { preventDestroy: true },
    });
    this.unitIds = Object.fromEntries(
      UNITS.map((name) => [name, this.unit(name, organization.roots.get(0).id)]),
    ) as Record<Unit, string>;
    const adopted = props.accounts.map((declared) => ({ declared, resource: this.adopt(declared) }));
    this.accounts = adopted.map(({ declared, resource }) => ({
      name: declared.stack,
      id: resource.id,
      region: declared.region,
    }));
    TerraformStack.of(this).addOverride("import", [
      importOf(organization, props.organizationId),
      ...adopted.map(({ declared, resource }) => importOf(resource, declared.account)),
    ]);
  }

  private unit(name: Unit, parentId: string): string {
    return new OrganizationsOrganizationalUnit(this, `unit-${name}`, { name, parentId }).id;
  }

  /** The name and address that the account was created with stay: the provider demands them and they are ignored. */
  private adopt({ stack, account, unit }: DeclaredAccount): OrganizationsAccount {
    return new OrganizationsAccount(this, `account-${stack}`, {
      name: stack,
      email: `${account}@adopted.invalid`,
      parentId: this.unitIds[unit],
      closeOnDeletion: false,
      lifecycle: {
        preventDestroy: true,
        ignoreChanges: ["email", "iam_user_access_to_billing", "name", "role_name"],
      },
    });
  }
}

/** An import block. cdktf's own `importFrom` runs `terraform version` for each; the stack requires the version itself. */
function importOf({ terraformResourceType, friendlyUniqueId }: TerraformResource, id: string) {
  return { to: `${terraformResourceType}.${friendlyUniqueId}`, id };
}
