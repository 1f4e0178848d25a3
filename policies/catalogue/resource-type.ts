import table from "./resource-types.json";

/**
 * What one resource type of the AWS provider is for the residency and the encryption of data.
 *
 * A path names an attribute of the type as Terraform does, nested ones after a dot: `rule.destination.bucket`. Where a
 * part of it is a list or a set, the path means that attribute in every element. It may end at a block: all of it.
 */
export interface ResourceType {
  /**
   * `data` when an instance keeps content that can be customers': objects, rows, messages, logs, volumes, images,
   * backups, models, indexes, code, parameters, secrets. `metadata` when it is configuration and nothing else.
   * `unknown` when it builds resources that Terraform does not show: a stack of CloudFormation can be anything.
   */
  readonly holds: "data" | "metadata" | "unknown";
  /**
   * How an instance that holds data comes by a customer-managed key: any one of these ways. `impossible` when the
   * service, or this release of the provider, has none, so that nothing restricted belongs in it. Absent when it is
   * not known to hold data.
   */
  readonly key?: readonly KeySource[] | "impossible";
  /** Keys of what the service keeps beside the main content or writes elsewhere: insights, logs, replicas, settings. */
  readonly otherKeys: readonly OtherKey[];
  /**
   * `yes` when an instance can, by its own attributes, make bytes, keys, access or telemetry go to, or be reached
   * from, another account, another region or the internet, or choose the physical place where they are. `no` when
   * nothing can leave through it.
   */
  readonly moves: "yes" | "no";
  /** Where it goes or who may come, for what moves: each attribute that names it, with how it does. */
  readonly to: Readonly<Record<string, DestinationKind>>;
  /** The regions that attributes of it name when they are absent, where that is not the resource's own. */
  readonly defaults: Readonly<Record<string, string>>;
  /** The attributes that hold IAM policy documents, with their kind. */
  readonly policies: Readonly<Record<string, PolicyKind>>;
  /** What exported attributes will be, as templates over the resource's other attributes: see `fillTemplate`. */
  readonly computed: Readonly<Record<string, string>>;
  /** Why the row says what it says, where that would surprise. */
  readonly note?: string;
}

/** Where the ARN or id of a key stands. */
export interface KeyAttribute {
  readonly path: string;
  /** What must hold for that key to be the one in use. */
  readonly when?: Conditions;
}

export interface OtherKey extends KeyAttribute {
  /**
   * What switches on the content that the key is for; absent when there always is some, so that without the key it is
   * under one of AWS's own. `false` when what receives the content encrypts it in any case, so that the key may be
   * left out but must be right where it stands.
   */
  readonly needed?: Conditions | false;
}

/** Each attribute must have the value, or one of them. `null` is an absent one; a block that stands is `true`. */
export type Conditions = Readonly<Record<string, Literal | readonly Literal[]>>;

export type Literal = string | boolean | null;

export type KeySource =
  /** On the resource itself. */
  | ({ readonly from: "self" } & KeyAttribute)
  /** On another resource, of this type, whose attribute `by` names this one. */
  | ({ readonly from: "companion"; readonly type: string; readonly by: string } & KeyAttribute)
  /** Encrypted as what it belongs to or was made from: a resource of one of these types, named by the attribute `by`. */
  | { readonly from: "owner"; readonly types: readonly string[]; readonly by: string; readonly when?: Conditions }
  /** A default of the account in the region, set by a resource of this type. */
  | ({ readonly from: "account"; readonly type: string; readonly enabledBy?: Switch } & KeyAttribute);

/** What must be `true` at this path of a resource of this type, in the same account and region. */
export interface Switch {
  readonly type: string;
  readonly path: string;
}

export type DestinationKind =
  /** The ARN of a resource. */
  | "arn"
  /** A model of Bedrock, or a profile that sends prompts to models: an id or an ARN. */
  | "model"
  /** The twelve digits of an account. */
  | "account"
  /** The code of a region. */
  | "region"
  /** The name of a bucket. */
  | "bucket"
  /** Whoever is let in: an account, an ARN, an organization, a service, a group or everyone. */
  | "principal"
  /** The id or name of a resource, of the same place unless another attribute says where. */
  | "id"
  /** Somebody, or something of somebody else's, by a name that does not say where: a chat channel, a supplier, what is shared. */
  | "party"
  /** An availability zone, a Local Zone, a Wavelength Zone or an Outpost: where it physically is. */
  | "zone"
  /** A URL, a host name or an image's address. */
  | "url"
  /** A network range or an IP address. */
  | "cidr"
  /** A person's e-mail address or telephone number. */
  | "person"
  /** A setting that opens or shuts a way by itself, e.g. `publicly_accessible`. */
  | "switch"
  /** A document that names destinations inside it, or a value whose kind another attribute decides. */
  | "mixed";

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types */
export type PolicyKind = "resource" | "trust" | "identity" | "endpoint" | "organization" | "boundary";

/** What the table leaves out of a row: most types are configuration through which nothing can leave. */
const UNSAID: ResourceType = {
  holds: "metadata",
  otherKeys: [],
  moves: "no",
  to: {},
  defaults: {},
  policies: {},
  computed: {},
};
// The compiler would infer a type of its own from each of 1,500 rows; a test checks them all against this one.
const ROWS = table as object as Readonly<Record<string, Partial<ResourceType>>>;

/** It is asked of every resource. */
const asked = new Map<string, ResourceType>();

/**
 * The catalogue's word on a resource type.
 *
 * @returns undefined for a type that the catalogue does not know: of that nothing may be concluded
 */
export function resourceType(type: string): ResourceType | undefined {
  if (!Object.hasOwn(ROWS, type)) return undefined;
  const known = asked.get(type) ?? { ...UNSAID, ...ROWS[type] };
  asked.set(type, known);
  return known;
}

/** Every type that the catalogue knows: all of the provider's release that the estate is built with. */
export function resourceTypes(): readonly string[] {
  return Object.keys(ROWS);
}
