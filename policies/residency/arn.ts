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
      return parts.slice(0, 7).join(":");
    case "dynamodb":
      return text.split("/").slice(0, 2).join("/");
    default:
      return text;
  }
}
