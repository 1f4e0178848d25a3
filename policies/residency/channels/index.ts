import { resourceType } from "../../catalogue/resource-type";
import { typesWithPolicies } from "../../rules/policy-values";
import type { Channel } from "../channel";
import { backups } from "./backups";
import { databases } from "./databases";
import { endpointPolicies } from "./endpoint-policies";
import { events } from "./events";
import { gateways } from "./gateways";
import { identityPolicies } from "./identity-policies";
import { keys } from "./keys";
import { messages } from "./messages";
import { network } from "./network";
import { placed } from "./placement";
import { resourcePolicies } from "./resource-policies";
import { roles } from "./roles";
import { sharing } from "./sharing";
import { storage } from "./storage";
import { streams } from "./streams";
import { telemetry } from "./telemetry";

const OTHER_POLICIES = Object.fromEntries(
  typesWithPolicies("resource").map((type) => [
    type,
    Object.entries(resourceType(type)!.policies).flatMap(([path, kind]) => (kind === "resource" ? [path] : [])),
  ]),
);

/** Every mechanism that is known by name. What the catalogue of resource types knows beyond them, `unnamed-channel.ts` reads. */
export const CHANNELS: readonly Channel[] = [
  ...storage,
  ...databases,
  ...backups,
  ...events,
  ...messages,
  ...streams,
  ...telemetry,
  ...network,
  ...gateways,
  ...sharing,
  ...keys,
  ...resourcePolicies(OTHER_POLICIES),
  ...roles,
  ...identityPolicies,
  ...endpointPolicies,
  placed,
];
