/** A value as Terraform's JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly deposed?: string;
  readonly mode: string;
  readonly provider_name: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Json;
    readonly after: Json;
    readonly after_unknown: Json;
    readonly replace_paths?: Json;
    readonly importing?: Json;
  };
}

/** What is read of `terraform show -json` for a plan. @see https://developer.hashicorp.com/terraform/internals/json-format#plan-representation */
export interface PlanJson {
  readonly terraform_version: string;
  readonly errored: boolean;
  readonly complete: boolean;
  readonly variables?: Json;
  readonly resource_changes?: readonly ResourceChange[];
  readonly output_changes?: Json;
  readonly configuration: {
    readonly provider_config?: Readonly<Record<string, { readonly expressions?: Readonly<Record<string, Json>> }>>;
  };
}
