/** Where a stack's resources may exist: one account, one region, one country. */
export interface Place {
  /** Twelve digits. */
  readonly account: string;
  /** AWS region code, literal: never a token, never from the environment. */
  readonly region: string;
  /** `aws`, `aws-eusc` … */
  readonly partition: string;
  /** ISO 3166-1 alpha-2 code of the country that the data is in. */
  readonly country: string;
}

/** @see https://docs.aws.amazon.com/general/latest/gr/rande.html */
export function dnsSuffix(partition: string): string {
  return partition === "aws-eusc" ? "amazonaws.eu" : "amazonaws.com";
}

/**
 * The ARN of a regional resource.
 *
 * @param resource what follows the account, e.g. `key/*` or `trail/audit`
 */
export function regionalArn(place: Place, service: string, resource: string): string {
  return `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource}`;
}

/** The ARN of a resource of a service that has no region, e.g. IAM: `globalArn(place, "iam", "role/deploy")`. */
export function globalArn(place: Pick<Place, "partition" | "account">, service: string, resource: string): string {
  return `arn:${place.partition}:${service}::${place.account}:${resource}`;
}

/** The ARN of a bucket, or of objects in it: `bucketArn(place, "logs", "dublin/*")`. Bucket ARNs carry no account. */
export function bucketArn(place: Pick<Place, "partition">, bucket: string, objects?: string): string {
  return `arn:${place.partition}:s3:::${bucket}${objects === undefined ? "" : `/${objects}`}`;
}
