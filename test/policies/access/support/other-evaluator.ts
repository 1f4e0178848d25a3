import path from "node:path";
import type { Principal } from "../../../../policies/access/principal";
import type { Request } from "../../../../policies/access/request";

export interface WrittenLayers {
  readonly serviceControl?: readonly (readonly unknown[])[];
  readonly identity?: readonly unknown[];
  readonly boundary?: unknown;
  readonly resource?: unknown;
  readonly endpoint?: unknown;
}

/**
 * The engine of `@cloud-copilot/iam-simulate`, which others wrote and which is used in development alone. Its public
 * entry points refuse or strip keys that a service does not list for an action; the engine behind them evaluates.
 */
const root = path.dirname(require.resolve("@cloud-copilot/iam-simulate"));
const part = (file: string): any => require(path.join(root, file)); // eslint-disable-line @typescript-eslint/no-require-imports
const { authorize } = part("core_engine/CoreSimulatorEngine.js");
const { AwsRequestImpl } = part("request/request.js");
const { RequestContextImpl } = part("requestContext.js");
const { DiscoveryContextKeyConstraints } = part("context_keys/discoveryContextKeyConstraints.js");
const { loadPolicy } = require("@cloud-copilot/iam-policy"); // eslint-disable-line @typescript-eslint/no-require-imports

const DECISIONS: Readonly<Record<string, string>> = {
  Allowed: "allowed",
  ImplicitlyDenied: "implicitDeny",
  ExplicitlyDenied: "explicitDeny",
};

/** It derives nothing from the principal: the request lists every key that it carries. */
export function decidedByOther(request: Request, layers: WrittenLayers, resourceAccount: string): string {
  const load = (policy: unknown, at = 0) => loadPolicy(policy, { name: String(at) });
  const values = Object.entries(request.context).map(([key, list]) => [key, list.length === 1 ? list[0] : [...list]]);
  const resource = { resource: request.resource, accountId: resourceAccount };
  const context = new RequestContextImpl(Object.fromEntries(values));
  const { result } = authorize({
    request: new AwsRequestImpl(nameOf(request.principal), resource, request.action, context),
    sessionPolicy: undefined,
    identityPolicies: (layers.identity ?? []).map(load),
    serviceControlPolicies: (layers.serviceControl ?? []).map((policies, at) => ({
      orgIdentifier: String(at),
      policies: policies.map(load),
    })),
    resourceControlPolicies: [],
    resourcePolicy: layers.resource === undefined ? undefined : load(layers.resource),
    permissionBoundaries: layers.boundary === undefined ? undefined : [load(layers.boundary)],
    vpcEndpointPolicies: layers.endpoint === undefined ? undefined : [load(layers.endpoint)],
    simulationParameters: {
      simulationMode: "Strict",
      discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([]),
    },
    serviceSettings: {},
  });
  return DECISIONS[result as string]!;
}

function nameOf(principal: Principal): unknown {
  if (principal.kind === "anonymous") return { type: "Anonymous" };
  if (principal.kind === "service") return principal.service;
  if (principal.kind === "federated") return principal.provider;
  if (principal.kind !== "role") return principal.arn;
  return (
    principal.session ?? `${principal.arn.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")}/some-session`
  );
}
