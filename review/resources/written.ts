import { isDeepStrictEqual } from "node:util";
import type { Model } from "../../policies/model/model";
import { POLICY_DOCUMENT } from "../../policies/model/policy-document";
import type { Destroyed, StackSource } from "../../policies/model/source";
import { canonical } from "../canonical";
import type { Pair } from "./pairing";

/** What Terraform reads of both versions, and what a plan says that it does. */
export class Written {
  private readonly before: ReadonlyMap<string, unknown>;
  private readonly after: ReadonlyMap<string, unknown>;
  private readonly destroyed: ReadonlyMap<string, Destroyed>;
  private readonly planned: ReadonlySet<string>;

  constructor(base: Model, head: Model) {
    [this.before, this.after] = [base, head].map(bodiesOf) as [
      ReadonlyMap<string, unknown>,
      ReadonlyMap<string, unknown>,
    ];
    this.destroyed = new Map(
      head.sources.flatMap(({ stack, destroyed }) =>
        destroyed.map((each) => [keyOf(stack, each.address), each] as const),
      ),
    );
    const plans = [base, head].flatMap(({ sources }) => sources.filter(({ kind }) => kind === "plan"));
    this.planned = new Set(plans.map(({ stack }) => stack));
  }

  /** Written alike, in the same place: what it refers to is told where that changes. */
  isAlike({ base, head, moved }: Pair): boolean {
    const isThere = base.account === head.account && base.region === head.region;
    const [was, is] = [
      this.before.get(keyOf(base.stack, base.address)),
      this.after.get(keyOf(head.stack, head.address)),
    ];
    return isThere && moved === "no" && isDeepStrictEqual(was, is);
  }

  destructionOf({ head }: Pair): Destroyed | undefined {
    return this.destroyed.get(keyOf(head.stack, head.address));
  }

  /** What a plan does not repeat of the configuration. */
  unsaidOf({ head }: Pair): readonly string[] {
    return this.planned.has(head.stack) ? ["lifecycle"] : [];
  }
}

const keyOf = (stack: string, address: string) => `${stack}/${address}`;

/** Each with the locals and policy documents that it may refer to. */
function bodiesOf({ sources }: Model): ReadonlyMap<string, unknown> {
  return new Map(
    sources.flatMap((source) => {
      const { stack, blocks, locals } = source;
      const documents = documentsOf(source);
      return blocks.map(({ address, body }) => [keyOf(stack, address), { body, locals, documents }] as const);
    }),
  );
}

function documentsOf({ beside }: StackSource): string {
  return canonical(Object.entries(beside).filter(([address]) => address.startsWith(`data.${POLICY_DOCUMENT}.`)));
}
