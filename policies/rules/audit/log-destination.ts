/** What an attribute names: a bucket with its prefix beside it, an ARN, or what is no bucket. */
export type Named =
  | { readonly kind: "bucket"; readonly prefix: string }
  | { readonly kind: "arn" }
  /** An ARN that takes no prefix. */
  | { readonly kind: "bucketArn" }
  /** A document of JSON that may name an ARN as its `DestinationArn`. */
  | { readonly kind: "subscription" }
  | { readonly kind: "other" };

/** An attribute that says where a service puts its logs. Paths as in the catalogue of resource types. */
export interface LogDestination {
  readonly block: string;
  readonly name: string;
  readonly named: Named;
}

const at =
  (named: Named) =>
  (path: string): LogDestination => {
    const steps = path.split(".");
    return { block: steps.slice(0, -1).join("."), name: steps.at(-1)!, named };
  };
export const arn = at({ kind: "arn" });
export const bucketArn = at({ kind: "bucketArn" });
export const other = at({ kind: "other" });
/** @param prefix the name of the attribute beside it that holds the prefix */
export const bucket = (path: string, prefix = "prefix"): LogDestination => at({ kind: "bucket", prefix })(path);
export const subscription = at({ kind: "subscription" });
