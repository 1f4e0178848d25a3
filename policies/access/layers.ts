import type { PolicyDocument } from "./document";
import type { World } from "./world";

/**
 * The policies that meet in one decision. A layer that is absent does not exist: no boundary, no endpoint on the way.
 *
 * Not modelled: ACLs, KMS grants, S3 Block Public Access, and what a service permits by rules of its own.
 */
export interface Layers {
  /** From the root of the organization to the account of the principal: at each level, whatever is attached. */
  readonly serviceControl?: readonly (readonly PolicyDocument[])[];
  /** As above, to the account of the resource. `RCPFullAWSAccess` is always attached and need not be listed. */
  readonly resourceControl?: readonly (readonly PolicyDocument[])[];
  /** Of whoever makes the request. */
  readonly identity?: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument;
  readonly session?: PolicyDocument;
  readonly resource?: PolicyDocument;
  /**
   * How far the resource's policy is the only authority. `general`, the default: in the resource's own account an
   * identity policy is enough. `sole`: a key's policy or a role's trust policy, without which nobody is let in.
   */
  readonly resourceAuthority?: "general" | "sole";
  readonly endpoint?: PolicyDocument;
  /** Needed by `evaluate`; a question brings its own. */
  readonly world?: World;
}

/** Every document of every layer. */
export function documentsOf(layers: Layers): readonly PolicyDocument[] {
  return [
    ...(layers.serviceControl ?? []).flat(),
    ...(layers.resourceControl ?? []).flat(),
    ...(layers.identity ?? []),
    ...[layers.boundary, layers.session, layers.resource, layers.endpoint].flatMap((document) => document ?? []),
  ];
}
