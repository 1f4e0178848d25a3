import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../../config/estate";
import { readInputs, readPrior } from "../../policies/model/read";
import { CHANGES, type ChangeVerdict } from "../../review/entry";
import { review, type Review } from "../../review/review";
import { PREPARED, type Prepared } from "../review/prepared";
import { outputOf } from "../review/versions";
import { declaredEstate, TODAY } from "../support/estates";
import { offline, online, Terraform } from "../support/terraform";

const MINUTE = 60_000;
const same = <T>(value: T): T => value;
const estate = declaredEstate("local");

let terraform: Terraform;
/** The text of a stack → the folder of its plan: what several versions have alike is planned once. */
const planned = new Map<string, Promise<string>>();

beforeAll(async () => {
  terraform = await Terraform.initialised(JSON.stringify(outputOf(estate).stacks["dublin"]));
}, MINUTE);

function planOf(stack: string, text: string): Promise<string> {
  const known = planned.get(text) ?? plan(stack, text);
  planned.set(text, known);
  return known;
}

/** The real provider's plan, with the account, the role and the region that it has where AWS is. */
async function plan(stack: string, text: string): Promise<string> {
  const { folder, status, output } = await terraform.plan(offline(text));
  if (status !== 0) throw new Error(`${stack} cannot be planned: ${output.slice(-2000)}`);
  const complete = join(folder, stack);
  mkdirSync(complete);
  writeFileSync(join(complete, "cdk.tf.json"), text);
  writeFileSync(join(complete, "plan.json"), online(readFileSync(join(folder, "plan.json"), "utf8"), text));
  rmSync(join(folder, "tfplan"));
  return join(complete, "plan.json");
}

async function planSide(declared: Estate, change: Prepared["output"] = () => undefined) {
  const output = outputOf(declared);
  change(output);
  const paths: string[] = [];
  for (const [stack, json] of Object.entries(output.stacks)) paths.push(await planOf(stack, JSON.stringify(json)));
  return { estate: declared, inputs: { ...readInputs(paths), whole: true } };
}

const graveCounts = ({ counts }: Review) =>
  Object.fromEntries(CHANGES.filter((each) => each !== "other").map((each) => [each, counts[each]]));

const expectedCounts = (expected: Partial<Record<ChangeVerdict, number>>) =>
  Object.fromEntries(CHANGES.filter((each) => each !== "other").map((each) => [each, expected[each] ?? 0]));

describe("a review of two real plans says the same", () => {
  it.each(PREPARED.filter(({ unplanned }) => unplanned === undefined))(
    "when $title",
    async ({ base = same, head = same, output, expected }) => {
      const sides = [await planSide(base(estate)), await planSide(head(estate), output)] as const;
      expect(graveCounts(review(...sides, TODAY))).toEqual(expectedCounts(expected));
    },
    5 * MINUTE,
  );
});

describe("a review of one real plan", () => {
  const BUCKET = "clover-local-dublin-second-200000000002";

  /** A stack with one bucket, and the state in which it is deployed under the address `aws_s3_bucket.second`. */
  async function reviewOf(name: string, bucket: string, more: object = {}): Promise<Review> {
    const stack = outputOf(estate).stacks["dublin"]!;
    const text = JSON.stringify({
      ...stack,
      resource: { aws_s3_bucket: { [name]: { bucket, tags: { "data-class": "restricted" } } } },
      ...more,
    });
    const instance = {
      schema_version: 0,
      attributes: { id: BUCKET, bucket: BUCKET, force_destroy: false, tags: { "data-class": "restricted" } },
    };
    const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
    const resource = { mode: "managed", type: "aws_s3_bucket", name: "second", provider, instances: [instance] };
    const state = {
      version: 4,
      terraform_version: "1.11.4",
      serial: 1,
      lineage: "a",
      outputs: {},
      resources: [resource],
    };
    const { folder, status, output } = await terraform.plan(offline(text), JSON.stringify(state));
    if (status !== 0) throw new Error(output.slice(-2000));
    const file = join(folder, "dublin.json");
    writeFileSync(file, online(readFileSync(join(folder, "plan.json"), "utf8"), text));
    rmSync(join(folder, "cdk.tf.json"));
    return review({ estate, inputs: readPrior([file], same) }, { estate, inputs: readInputs([file]) }, TODAY);
  }

  const told = ({ entries }: Review) =>
    entries.filter(({ about }) => about === "resource").map(({ verdict, what }) => [verdict, what]);

  it(
    "tells what is replaced, and what forces it",
    async () => {
      const found = await reviewOf("second", `${BUCKET}-new`);
      expect(told(found)).toEqual([
        ["destroys", "it is destroyed with the restricted data in it, and another one takes its place"],
      ]);
      expect(found.entries[0]).toMatchObject({
        before: BUCKET,
        after: `${BUCKET}-new`,
        details: ["what forces it: bucket"],
      });
    },
    MINUTE,
  );

  it(
    "tells a rename by the destruction that Terraform makes of it",
    async () => {
      expect(told(await reviewOf("renamed", BUCKET))).toEqual([
        ["destroys", expect.stringContaining("no moved block")],
      ]);
    },
    MINUTE,
  );

  it(
    "tells a rename with a moved block as a move",
    async () => {
      const moved = { moved: [{ from: "aws_s3_bucket.second", to: "aws_s3_bucket.renamed" }] };
      const found = await reviewOf("renamed", BUCKET, moved);
      expect(told(found)).toEqual([["other", expect.stringContaining("a moved block that keeps what is there")]]);
      expect(found.counts.destroys).toBe(0);
    },
    MINUTE,
  );
});
