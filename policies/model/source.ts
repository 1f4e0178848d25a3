import type { SourceLine } from "./construct-origin";

/** What was read of one stack, before anything is resolved. */
export interface StackSource {
  readonly stack: string;
  /** The file that was read, for messages. */
  readonly file: string;
  /** `synth`: configuration, with expressions. `plan`: values, of which some are known only after the apply. */
  readonly kind: "synth" | "plan";
  readonly blocks: readonly Block[];
  /** Whether a plan's unknown values stand as the expressions that they may come from. */
  readonly isSupposed?: boolean;
  /** Configurations of the AWS provider. */
  readonly providers: readonly ProviderBlock[];
  readonly locals: Readonly<Record<string, unknown>>;
  /** The `terraform` block: backend, required versions. Nothing in a plan. */
  readonly terraform: Readonly<Record<string, unknown>> | undefined;
  /**
   * What else Terraform reads and this model does not resolve, by its address: data sources, modules, variables, checks,
   * configurations of other providers. Each as it is written, and other files in its folder by their digests.
   */
  readonly beside: Readonly<Record<string, unknown>>;
  /** What the stack tells whoever reads its state, by name. */
  readonly outputs: Readonly<Record<string, Output>>;
  /** What Terraform reads or does and this model cannot judge: nothing of it may be taken for harmless. */
  readonly unread: readonly Unread[];
  /** What keeps its instance under another address. */
  readonly moves: readonly Move[];
  /** What a plan destroys of what exists. A configuration does not say. */
  readonly destroyed: readonly Destroyed[];
}

export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface Destroyed {
  readonly address: string;
  /** Whether another one is created in its place. */
  readonly replaced: boolean;
  /** Terraform's own word for why, e.g. `delete_because_no_resource_config`. */
  readonly reason: string | undefined;
  /** The attributes whose change forces the replacement, e.g. `bucket`. */
  readonly because: readonly string[];
}

export interface Block {
  /** With `module.…` in front where there is one, and an index behind in a plan. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** `aws`, `aws.replica`, or another provider's name. */
  readonly provider: string;
  /** Unknown when `count` or `for_each` decides how many there are. */
  readonly exists: "yes" | "unknown";
  readonly constructPath: string | undefined;
  /** What a plan knows of attributes that nobody configured, e.g. the ARN of what exists already. */
  readonly exported?: Readonly<Record<string, unknown>>;
  /** What a plan tells of the expressions that its attributes come from. */
  readonly expressions?: Readonly<Record<string, unknown>>;
  /** The line of the program that made it, where the output carries it. */
  readonly source: SourceLine | undefined;
  /** Id of what exists already and is taken over by an import: a value, or an expression. */
  readonly importedId?: string;
}

/** An output: a value, or an expression. */
export interface Output {
  readonly value: unknown;
  /** What the state holds before a plan: `null` for an output that is new. Absent where that is not known. */
  readonly before?: unknown;
}

export interface ProviderBlock {
  /** `aws` or `aws.<alias>`. */
  readonly key: string;
  /** Regions, account ids and the like, each a value or an expression. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Unread {
  /** A Terraform address, `module.<name>`, or `stack`. */
  readonly address: string;
  readonly jsonPath: string;
  /** What it is and why it cannot be judged, e.g. `a module: its resources are not in this file`. */
  readonly what: string;
  /** `fail` for what is wrong in itself, e.g. a key that is there twice. */
  readonly outcome: "fail" | "undecided";
}
