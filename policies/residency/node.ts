import type { DataClass } from "../../config/estate";
import type { Resource } from "../model/resource";

/** Where data can be, or who can have it: what the edges of the data-flow graph connect. */
export interface Node {
  /** The same for the same thing, e.g. `place/200000000002/eu-west-1`. */
  readonly id: string;
  readonly kind:
    | "store" // a resource that holds data
    | "key"
    | "role"
    | "place" // an account in a region: its network, and whoever acts in it
    | "account" // an account that is not of the estate
    | "people" // who works in one country
    | "everyone" // the internet, or any AWS account
    | "elsewhere" // named, and not of the estate
    | "unknown"; // what it is cannot be known before deployment
  /** As a person reads it: `dublin (200000000002, eu-west-1, IE)`. */
  readonly label: string;
  /** Inside or outside the protected jurisdictions; whoever the estate does not declare can be anywhere. */
  readonly stands: "inside" | "outside" | "unknown";
  /** The id of the place that it is in, when it is in one. */
  readonly place?: string;
  readonly account?: string;
  readonly country?: string;
  readonly stack?: string;
  /** What it holds of its own, copies from elsewhere apart. */
  readonly holds?: DataClass;
  readonly resource?: Resource;
}
