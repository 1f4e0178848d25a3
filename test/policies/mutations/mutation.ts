import type { Enclave } from "../../../config/estate";
import type { ESTATES } from "../../support/estates";

/** One stack's `cdk.tf.json`, to be changed in place. */
export type StackJson = Record<string, any>;
export type Block = Record<string, any>;

/** Every stack of a real, synthesized estate, by its id: a copy for each mutation. */
export class Output {
  constructor(readonly stacks: Record<string, StackJson>) {}

  /** A copy to change. @param texts stack id and the text of its `cdk.tf.json` */
  static of(texts: Iterable<readonly [stack: string, text: string]>): Output {
    return new Output(Object.fromEntries([...texts].map(([stack, text]) => [stack, JSON.parse(text) as StackJson])));
  }

  /** The only resource of a type in a stack whose construct path contains `path`. */
  resource(stack: string, type: string, path = ""): Block {
    const [, block] = this.entry(stack, type, path);
    return block;
  }

  /** The bare Terraform address of that resource. */
  address(stack: string, type: string, path = ""): string {
    return `${type}.${this.entry(stack, type, path)[0]}`;
  }

  remove(stack: string, type: string, path = ""): void {
    const [name] = this.entry(stack, type, path);
    delete this.stacks[stack]!["resource"][type][name];
  }

  add(stack: string, type: string, name: string, block: Block): void {
    const resources = this.stacks[stack]!["resource"];
    resources[type] = { ...resources[type], [name]: block };
  }

  /** Changes the literal policy document that stands in an attribute. */
  document(block: Block, attribute: string, change: (document: { Statement: Record<string, any>[] }) => void): void {
    const document = JSON.parse(block[attribute]);
    change(document);
    block[attribute] = JSON.stringify(document);
  }

  private entry(stack: string, type: string, path: string): [string, Block] {
    const named = Object.entries<Block>(this.stacks[stack]?.["resource"]?.[type] ?? {});
    const found = named.filter(([, block]) => block["//"].metadata.path.includes(path));
    if (found.length !== 1) throw new Error(`${found.length} ${type} in ${stack} whose path contains '${path}'`);
    return found[0]!;
  }
}

/** A way to break what the output guarantees, and the policy that must notice, at the address where it is broken. */
export interface Mutation {
  /** Completes "notices when …". */
  readonly title: string;
  /** The policy that must have a finding, e.g. `ENC-003`. */
  readonly policy: string;
  readonly stack: string;
  /** The estate that is broken; `local` where none is given. */
  readonly estate?: (typeof ESTATES)[number];
  /** The enclave's phase in that estate; `serving`, as it is declared, where none is given. */
  readonly phase?: Enclave["phase"];
  /** Where the finding must be, e.g. `aws_s3_bucket.x`, or `stack`; computed on the unbroken output. */
  readonly at: (output: Output) => string;
  /** The type of the resource that is broken, added or removed: counted for the suite's breadth. */
  readonly type: string;
  readonly break: (output: Output) => void;
}
