import { declaredEstate, ESTATES, readStacks, resourcesOf, writeEstate } from "../support/estates";
import { offline, Terraform } from "../support/terraform";

const MINUTE = 60_000;
/** Each provider process takes a processor for seconds: more at once gains nothing on two. */
const AT_ONCE = 2;

const STACKS = ESTATES.flatMap((estate) =>
  [...readStacks(writeEstate(declaredEstate(estate)))].map(([stack, text]) => ({ estate, stack, text })),
);

async function inParallel<T>(judge: (stack: (typeof STACKS)[number]) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  const waiting = [...STACKS.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await judge(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

describe("every stack of both estates", () => {
  let terraform: Terraform;
  beforeAll(async () => void (terraform = await Terraform.initialised(STACKS[0]!.text)), MINUTE);

  it(
    "is valid to the real provider",
    async () => {
      const verdicts = await inParallel(async ({ estate, stack, text }) => {
        const { output } = await terraform.on(text, "validate", "-json");
        const { valid, diagnostics } = JSON.parse(output) as { valid: boolean; diagnostics: unknown[] };
        return { estate, stack, valid, diagnostics };
      });
      expect(verdicts).toEqual(STACKS.map(({ estate, stack }) => ({ estate, stack, valid: true, diagnostics: [] })));
    },
    5 * MINUTE,
  );

  it(
    "is planned by the real provider, every resource of it, without AWS",
    async () => {
      const plans = await inParallel(async ({ estate, stack, text }) => {
        const { status, output } = await terraform.on(
          offline(text),
          "plan",
          "-input=false",
          "-lock=false",
          "-no-color",
        );
        const planned = Number(/Plan: (\d+) to add, 0 to change, 0 to destroy/.exec(output)?.[1]);
        return { estate, stack, status, planned, error: status === 0 ? "" : output.slice(-2000) };
      });
      const expected = STACKS.map(({ estate, stack, text }) => {
        const planned = resourcesOf(new Map([[stack, text]])).length;
        return { estate, stack, status: 0, planned, error: "" };
      });
      expect(plans).toEqual(expected);
    },
    10 * MINUTE,
  );
});
