import { App, TerraformStack, Testing } from "cdktf";
import type { Place } from "../../config/place";
import { RegionLock } from "../../constructs/region/region-lock";

export const DUBLIN: Place = { account: "222222222222", region: "eu-west-1", partition: "aws", country: "IE" };

/** An empty stack, locked to a place. */
export function lockedStack(place: Place = DUBLIN, id = "dublin"): TerraformStack {
  const stack = new TerraformStack(new App(), id);
  new RegionLock(stack, {
    place,
    prefix: "clover",
    deployRoleArn: `arn:${place.partition}:iam::${place.account}:role/clover-deploy`,
    auditorArns: [`arn:${place.partition}:iam::${place.account}:role/clover-dublin-auditor`],
    estate: "test",
  });
  return stack;
}

export type Block = Readonly<Record<string, any>>;

/** A stack as Terraform reads it. */
export class Synthesized {
  private readonly json: Record<string, any>;

  /** Runs every construct's validation, which the stock helper skips. */
  constructor(stack: TerraformStack) {
    this.json = JSON.parse(Testing.synth(stack, true));
    const lock = stack.node.tryFindChild("region-lock");
    if (lock instanceof RegionLock) lock.verify(this.json);
  }

  /** Every resource of a type: the stock matcher would be content with any one of them. */
  all(type: string): readonly Block[] {
    return Object.values(this.json["resource"]?.[type] ?? {});
  }

  /** The only resource of a type. */
  only(type: string): Block {
    const found = this.all(type);
    if (found.length !== 1) throw new Error(`expected one ${type}, found ${found.length}`);
    return found[0]!;
  }

  types(): readonly string[] {
    return Object.keys(this.json["resource"] ?? {}).sort();
  }

  /** The statements of an IAM document that stands in `attribute`. */
  static statements(block: Block, attribute = "policy"): readonly Block[] {
    return JSON.parse(block[attribute]).Statement;
  }
}
