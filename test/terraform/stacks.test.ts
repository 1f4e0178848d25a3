import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../policies/check";
import { declaredStack } from "../../policies/declared-stack";
import { readInputs } from "../../policies/model/read";
import { declaredEstate, ESTATES, readStacks, resourcesOf, TODAY, writeEstate } from "../support/estates";
import { offline, online, Terraform, type PlanOutcome } from "../support/terraform";

const MINUTE = 60_000;
/** Each provider process takes a processor for seconds: more at once gains nothing on two. */
const AT_ONCE = 2;

const stacksOf = (estate: (typeof ESTATES)[number]) =>
  [...readStacks(writeEstate(declaredEstate(estate)))].map(([stack, text]) => ({ stack, text }));

/** What is planned here; that of the local estate is planned where it is deployed, by test/deployment. */
const STACKS = stacksOf("production");
const ESTATE = declaredEstate("production");

async function inParallel<T>(judge: (stack: (typeof STACKS)[number]) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  const waiting = [...STACKS.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await judge(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** What every policy says of all stacks together, each in its folder: how often what, and where it is not content. */
function judged(folders: readonly string[], file: string) {
  const inputs = readInputs(
    folders.map((folder) => join(folder, file)),
    (source) => declaredStack(source, ESTATE),
  );
  const { findings, policies } = check({ ...inputs, whole: true }, { estate: ESTATE, today: TODAY, waivers: [] });
  return {
    findings: findings.map(({ policy, outcome, stack, address }) => `${policy} ${outcome} ${stack}/${address}`).sort(),
    counts: policies.map(({ policy, counts }) => ({ policy: policy.id, counts })),
  };
}

describe("every stack", () => {
  let terraform: Terraform;
  beforeAll(async () => void (terraform = await Terraform.initialised(STACKS[0]!.text)), MINUTE);

  // A plan validates everything else of a stack.
  it("tells the real provider nothing about itself that is invalid", async () => {
    const stacks = ESTATES.flatMap(stacksOf);
    const providers = stacks.flatMap(({ text }) => JSON.parse(text).provider.aws as object[]);
    const { terraform: needed } = JSON.parse(STACKS[0]!.text);
    const all = providers.map((provider, index) => ({ ...provider, alias: `stack-${index}` }));
    const alone = JSON.stringify({ terraform: needed, provider: { aws: all } });
    const { output } = await terraform.on(alone, "validate", "-json");
    expect(JSON.parse(output)).toMatchObject({ valid: true, diagnostics: [] });
    expect(all.length).toBeGreaterThanOrEqual(stacks.length);
  });

  describe("planned by the real provider without AWS", () => {
    let plans: readonly PlanOutcome[];
    beforeAll(async () => {
      plans = await inParallel(({ text }) => terraform.plan(offline(text)));
    }, 10 * MINUTE);

    it("is planned, every resource of it, without a warning", () => {
      const planned = STACKS.map(({ stack }, index) => {
        const { status, output } = plans[index]!;
        const added = Number(/Plan: (\d+) to add, 0 to change, 0 to destroy/.exec(output)?.[1]);
        const warnings = output.match(/Warning: .*/g) ?? [];
        return { stack, status, added, warnings, error: status === 0 ? "" : output.slice(-2000) };
      });
      const expected = STACKS.map(({ stack, text }) => {
        const added = resourcesOf(new Map([[stack, text]])).length;
        return { stack, status: 0, added, warnings: [], error: "" };
      });
      expect(planned).toEqual(expected);
    });

    it("is judged as what was planned is", () => {
      const folders = plans.map(({ folder }) => folder);
      const byPlans = judged(folders, "plan.json");
      expect(byPlans.findings).not.toEqual([]);
      expect(byPlans).toEqual(judged(folders, "cdk.tf.json"));
    });

    it("gives no policy cause for a finding once the provider has its account and role", () => {
      const folders = plans.map(({ folder }, index) => {
        const { text } = STACKS[index]!;
        const complete = join(folder, "online");
        mkdirSync(complete);
        writeFileSync(join(complete, "cdk.tf.json"), text);
        writeFileSync(join(complete, "plan.json"), online(readFileSync(join(folder, "plan.json"), "utf8"), text));
        return complete;
      });
      expect(judged(folders, "plan.json").findings).toEqual([]);
    });

    it("is by itself no cause for a failure, but for doubt", () => {
      const folders = plans.map(({ folder }, index) => {
        const alone = join(folder, "alone");
        mkdirSync(alone);
        writeFileSync(
          join(alone, "plan.json"),
          online(readFileSync(join(folder, "plan.json"), "utf8"), STACKS[index]!.text),
        );
        return alone;
      });
      const { findings } = judged(folders, "plan.json");
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.filter((finding) => finding.includes(" fail "))).toEqual([]);
    });
  });
});
