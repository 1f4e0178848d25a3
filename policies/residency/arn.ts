/** The parts of an ARN that say where something is. */
export interface Arn {
  readonly service: string;
  /** Empty for what has none, e.g. a bucket or a role. */
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** @returns undefined for a text that is no ARN */
export function parseArn(text: string): Arn | undefined {
  const [head, , service, region, account, ...rest] = text.split(":");
  if (head !== "arn" || service === undefined || account === undefined || rest.length === 0) return undefined;
  return { service, region: region!, account, resource: rest.join(":") };
}

/** The ARN of the thing itself, without what follows it: objects, streams, versions, log streams. */
export function ownArn(text: string): string {
  const parts = text.split(":");
  switch (parts[2]) {
    case "s3":
      return parts[5]?.startsWith("accesspoint") || parts[3] !== "" ? text : text.split("/")[0]!;
    case "logs":
      return parts.slice(0, 7).join(":");
    case "lambda":
    case "states":
      return parts.slice(0, 7).join(":");
    case "dynamodb":
      return text.split("/").slice(0, 2).join("/");
    default:
      return text;
  }
}

/** What sends on whatever it gets, by service: where to, its configuration says, and no ARN. */
const POINTERS: Readonly<Record<string, RegExp>> = {
  bedrock: /^(application-inference-profile|prompt-router|default-prompt-router)\//,
  chatbot: /^chat-configuration\//,
  datasync: /^location\//,
  dms: /^endpoint:/,
  events: /^(api-destination|endpoint)\//,
  "execute-api": /^/,
  firehose: /^deliverystream\//,
  imagebuilder: /^distribution-configuration\//,
  logs: /^(destination|delivery-destination):/,
  networkmanager: /^core-network\//,
  s3: /^accesspoint/,
  "s3-object-lambda": /^/,
  sns: /^(app|endpoint)\//,
  ssm: /^(automation-definition|document)\//,
  states: /^/,
  "vpc-lattice": /^/,
};

/** Whether what an ARN names is not where something ends, but how it goes on to somewhere else. */
export function pointsElsewhere({ service, resource }: Arn): boolean {
  return Object.hasOwn(POINTERS, service) && POINTERS[service]!.test(resource);
}
