import { configuredPart } from "./configured-part";
import { isObject } from "./data";
import type {
  ConfiguredModule,
  ConfiguredResource,
  PlanJson,
  PlannedModule,
  PlannedResource,
  ProviderConfiguration,
  ResourceChange,
} from "./plan-json";
import { own } from "./own";
import type { Block, Destroyed, Move, ProviderBlock, StackSource, Unread } from "./source";
import { hole } from "./symbolic";
import { listOf } from "./synth-source";

type Json = Readonly<Record<string, unknown>>;

/** Where the provider comes from whose resources are known here; a plan of an older form does not say. */
const AWS = "registry.terraform.io/hashicorp/aws";

/** One stack's plan: the values that Terraform would set, with holes where it will only know after the apply. */
export function planSource(stack: string, file: string, plan: PlanJson, unread: readonly Unread[]): StackSource {
  const changes = new Map(plan.resource_changes?.map(({ address, change }) => [address, change]));
  const configured = new Map(configuredResources(plan.configuration?.root_module));
  const providers = Object.entries(plan.configuration?.provider_config ?? {});
  const blocks = plannedResources(plan.planned_values?.root_module)
    .filter(({ mode, address }) => mode === "managed" && !changes.get(address)?.actions?.includes("forget"))
    .map((resource) =>
      plannedBlock(resource, changes.get(resource.address), configured.get(withoutIndexes(resource.address))),
    );
  return {
    stack,
    file,
    kind: "plan",
    blocks,
    providers: providers.filter(([, { name }]) => name === "aws").map(providerBlock),
    locals: {},
    terraform: undefined,
    beside: Object.fromEntries(besideOf(plan, configured)),
    outputs: outputsOf(plan),
    unread: [...unread, ...unjudged(plan, configured)],
    moves: (plan.resource_changes ?? []).flatMap(moveOf),
    destroyed: (plan.resource_changes ?? []).flatMap(destroyedBy),
  };
}

/** Of a module, what is asked of it: its resources are planned as all others are. */
function besideOf(
  { configuration }: PlanJson,
  configured: ReadonlyMap<string, ConfiguredResource>,
): readonly (readonly [address: string, said: unknown])[] {
  const { variables = {}, module_calls: calls = {} } = configuration?.root_module ?? {};
  const data = [...configured].filter(([address]) => isData(address));
  const others = Object.entries(configuration?.provider_config ?? {}).filter(([, { name }]) => name !== "aws");
  return [
    ...data.map(([address, { expressions }]) => [address, expressions ?? {}] as const),
    ...Object.entries(variables).map(([name, variable]) => [`variable.${name}`, variable] as const),
    ...Object.entries(calls).map(([name, { module: _module, ...call }]) => [`module.${name}`, call] as const),
    ...others.map(([key, { expressions }]) => [`provider.${key}`, expressions ?? {}] as const),
  ];
}

const isData = (address: string): boolean => /(^|\.)data\./.test(address);

function outputsOf({ planned_values: planned, output_changes: changes = {} }: PlanJson): StackSource["outputs"] {
  return Object.fromEntries(
    Object.entries(planned?.outputs ?? {}).map(([name, { value }]) => {
      const change = own(changes, name);
      const known = withHoles(value, change?.after_unknown, `output.${name}`);
      return [name, { value: known, ...(change ? { before: change.before ?? null } : {}) }] as const;
    }),
  );
}

/** The same stack as the plan found it: what is deployed, of which everything is known. */
export function priorTo(plan: PlanJson): PlanJson {
  const { prior_state, resource_changes: _changes, ...rest } = plan;
  return { ...rest, planned_values: prior_state?.values ?? {}, complete: true };
}

function moveOf({ address, previous_address: from }: ResourceChange): readonly Move[] {
  return from === undefined || from === address ? [] : [{ from, to: address }];
}

function destroyedBy({ address, mode, action_reason: reason, change }: ResourceChange): readonly Destroyed[] {
  const { actions = [], replace_paths = [] } = change;
  if (mode === "data" || !actions.includes("delete")) return [];
  const because = replace_paths.map((path) => path.join("."));
  return [{ address, replaced: actions.includes("create"), reason, because }];
}

function plannedBlock(
  planned: PlannedResource,
  change: ResourceChange["change"] | undefined,
  configured: ConfiguredResource | undefined,
): Block {
  const { address, type, name, values = {} } = planned;
  const expressions = configured?.expressions;
  const unknown = change?.after_unknown;
  const importedId = change?.importing?.id;
  const [known, open] = [values, isObject(unknown) ? unknown : {}].map((each) =>
    expressions ? configuredPart(each, expressions) : each,
  );
  return {
    address,
    type,
    name,
    body: withHoles(known, open, address) as Json,
    provider: configured?.provider_config_key ?? type.split("_")[0]!,
    exists: "yes",
    constructPath: undefined,
    source: undefined,
    exported: values,
    ...(expressions ? { expressions } : {}),
    ...(importedId === undefined ? {} : { importedId }),
  };
}

function unjudged(plan: PlanJson, configured: ReadonlyMap<string, ConfiguredResource>): readonly Unread[] {
  const found: Unread[] = [];
  const add = (address: string, jsonPath: string, what: string) =>
    found.push({ address, jsonPath, what, outcome: "undecided" });
  for (const [address, { provisioners, provider_config_key: provider }] of configured) {
    if (provisioners) add(address, "provisioner", "it runs commands");
    if (isData(address) && (address.includes("data.aws_lambda_invocation.") || !/^aws(\.|$)/.test(provider ?? "aws"))) {
      add(address, "", "a data source that may run or fetch anything");
    }
  }
  for (const [key, { name, full_name: source = AWS }] of Object.entries(plan.configuration?.provider_config ?? {})) {
    if (name !== "aws") {
      add(`provider.${key}`, "", "another provider than AWS's, whose resources are not known here");
    } else if (source !== AWS) {
      add(`provider.${key}`, "full_name", `${source}, which calls itself aws and is not AWS's provider`);
    }
  }
  for (const { address, provider_name: source = AWS } of plannedResources(plan.planned_values?.root_module)) {
    if (source !== AWS) add(address, "provider_name", `a resource of ${source}, whose meaning is not known here`);
  }
  for (const { address, change } of plan.resource_changes ?? []) {
    if (change.actions?.includes("forget")) add(address, "", "a removed resource, which is left behind unmanaged");
  }
  if (plan.complete === false) add("stack", "complete", "a plan of only a part of the stack");
  return found;
}

function plannedResources(module: PlannedModule | undefined): readonly PlannedResource[] {
  return [...(module?.resources ?? []), ...(module?.child_modules ?? []).flatMap(plannedResources)];
}

function configuredResources(module: ConfiguredModule | undefined, prefix = ""): [string, ConfiguredResource][] {
  return [
    ...(module?.resources ?? []).map((resource): [string, ConfiguredResource] => [prefix + resource.address, resource]),
    ...Object.entries(module?.module_calls ?? {}).flatMap(([name, call]) =>
      configuredResources(call.module, `${prefix}module.${name}.`),
    ),
  ];
}

function providerBlock([key, { expressions = {} }]: readonly [string, ProviderConfiguration]): ProviderBlock {
  return { key, body: constants(expressions) as Json };
}

/** An expression's constant, or a hole that names what it refers to. */
function constants(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(constants);
  if (!isObject(node)) return node;
  if ("constant_value" in node) return node["constant_value"];
  if ("references" in node) return hole(listOf(node["references"]).join(", "));
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, constants(value)]));
}

/** A plan leaves out what it does not know, and says apart where that is. */
function withHoles(value: unknown, unknown: unknown, path: string): unknown {
  if (unknown === true) return hole(`${path}, known after apply`);
  if (Array.isArray(unknown)) {
    const list = listOf(value);
    return Array.from({ length: Math.max(list.length, unknown.length) }, (_, index) =>
      withHoles(list[index], unknown[index], `${path}[${index}]`),
    );
  }
  if (!isObject(unknown)) return value;
  const object = isObject(value) ? value : {};
  const keys = new Set([...Object.keys(object), ...Object.keys(unknown)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, withHoles(object[key], unknown[key], `${path}.${key}`)] as const),
  );
}

/** `module.a[0].aws_kms_key.k["x"]` → `module.a.aws_kms_key.k`, as the plan's configuration has it. */
function withoutIndexes(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
}
