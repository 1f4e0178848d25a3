import { z } from "zod";
import { InputError } from "./input-error";

const object = z.record(z.string(), z.unknown());

const plannedResource = z.object({
  address: z.string(),
  mode: z.string(),
  type: z.string(),
  name: z.string(),
  provider_name: z.string().optional(),
  values: object.optional(),
});
const plannedModule = z.object({
  resources: z.array(plannedResource).optional(),
  get child_modules() {
    return z.array(plannedModule).optional();
  },
});
const plannedValues = z.object({
  root_module: plannedModule.optional(),
  outputs: z.record(z.string(), z.object({ value: z.unknown().optional() })).optional(),
});

const outputChange = z.object({ before: z.unknown().optional(), after_unknown: z.unknown().optional() });
const resourceChange = z.object({
  address: z.string(),
  mode: z.string().optional(),
  previous_address: z.string().optional(),
  action_reason: z.string().optional(),
  change: z.object({
    actions: z.array(z.string()).optional(),
    after_unknown: z.unknown().optional(),
    importing: z.object({ id: z.string().optional() }).optional(),
    replace_paths: z.array(z.array(z.unknown())).optional(),
  }),
});

const providerConfiguration = z.object({
  name: z.string().optional(),
  full_name: z.string().optional(),
  alias: z.string().optional(),
  module_address: z.string().optional(),
  expressions: object.optional(),
});
const configuredResource = z.object({
  address: z.string(),
  provider_config_key: z.string().optional(),
  provisioners: z.array(z.unknown()).optional(),
  expressions: object.optional(),
});
const configuredModule = z.object({
  resources: z.array(configuredResource).optional(),
  variables: object.optional(),
  get module_calls() {
    return z.record(z.string(), z.looseObject({ module: configuredModule.optional() })).optional();
  },
});

/** The part of `terraform show -json` that is judged. @see https://developer.hashicorp.com/terraform/internals/json-format */
const PLAN = z.object({
  planned_values: plannedValues.optional(),
  prior_state: z.object({ values: plannedValues.optional() }).optional(),
  output_changes: z.record(z.string(), outputChange).optional(),
  resource_changes: z.array(resourceChange).optional(),
  configuration: z
    .object({
      provider_config: z.record(z.string(), providerConfiguration).optional(),
      root_module: configuredModule.optional(),
    })
    .optional(),
  complete: z.boolean().optional(),
  errored: z.boolean().optional(),
});

export type PlanJson = z.infer<typeof PLAN>;
export type PlannedModule = z.infer<typeof plannedModule>;
export type PlannedResource = z.infer<typeof plannedResource>;
export type ResourceChange = z.infer<typeof resourceChange>;
export type ProviderConfiguration = z.infer<typeof providerConfiguration>;
export type ConfiguredModule = z.infer<typeof configuredModule>;
export type ConfiguredResource = z.infer<typeof configuredResource>;

/**
 * A plan in the form that Terraform writes: what has another is refused, and never read as if nothing were there.
 *
 * @throws InputError that names the first field that has not its form
 */
export function requirePlanForm(file: string, json: unknown): PlanJson {
  const { error } = PLAN.safeParse(json, { reportInput: true });
  // Of what is unknown here, such as the values of attributes, nothing is taken away.
  if (!error) return json as PlanJson;
  const [issue] = error.issues;
  const field = issue!.path.map(String).join(".");
  throw new InputError(
    file,
    `'${field}' must be ${formOf(issue!)}, got ${shortened(issue!.input)}; give what \`terraform show -json PLANFILE\` writes, unchanged`,
  );
}

const FORMS: Readonly<Record<string, string>> = {
  array: "a list",
  object: "an object",
  record: "an object",
  string: "a text",
  boolean: "true or false",
};

function formOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_type" ? (FORMS[issue.expected] ?? issue.expected) : issue.message;
}

const LONGEST = 60;

function shortened(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
