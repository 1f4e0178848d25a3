import type { DataClass } from "../../config/estate";
import type { Resource } from "../model/resource";
import type { Value } from "../model/value";
import type { Location } from "../verdict";
import type { Atlas } from "./atlas";
import type { Declared } from "./declared";
import type { Node } from "./node";

/** `bytes`: content. `keys`: what decrypts it. `access`: somebody who may reach it. `telemetry`: records of what was done. */
export type Moves = "bytes" | "keys" | "access" | "telemetry";

/** What channels are found with. */
export interface Surroundings {
  readonly atlas: Atlas;
  readonly declared: Declared;
}

/** One way that one resource opens from one node to another. */
export interface Passage {
  readonly from: Node;
  readonly to: Node;
  /** The attribute, or the statement, that opens it. */
  readonly at: Location;
  /** The class of what it carries, where that does not depend on what is at its beginning. */
  readonly carries?: DataClass;
  /** The key without which the content cannot be read there. */
  readonly key?: Resource;
  /** The other side only puts something in, or sees no content. */
  readonly contributes?: boolean;
  /** What declares exactly this passage, e.g. `flow enclave-drain`. */
  readonly declaredBy?: string;
  /** Only says again what another channel between the same two does, e.g. the permission to use it. */
  readonly supports?: boolean;
}

/** A mechanism by which something moves, and the resource types that open it. */
export interface Channel {
  /** The mechanism, as in findings: `S3 replication`. */
  readonly title: string;
  readonly types: readonly string[];
  readonly moves: Moves;
  /** What moves from where to where, in one sentence. */
  readonly what: string;
  /** Where AWS documents it. */
  readonly source: string;
  /** The attributes, as the catalogue of resource types names them, whose meaning this entry decides. */
  readonly claims: readonly string[];
  find(resource: Resource, surroundings: Surroundings): Iterable<Passage>;
}

export const at = (value: Value, suffix = ""): Location => ({ ...value.at, jsonPath: value.jsonPath + suffix });
