import type { Output } from "../policies/mutations/mutation";
import { review } from "../../review/review";
import { declaredEstate, TODAY } from "../support/estates";
import { sideOf } from "./versions";

const estate = declaredEstate("local");
type Block = Readonly<Record<string, unknown>>;

/** What is told of one setting of a resource that has it so, and then so. */
function told(type: string, path: string, before: Block, after: Block) {
  const having = (block: Block) => (output: Output) => output.add("dublin", type, "one", { ...block });
  const { entries } = review(sideOf(estate, having(before)), sideOf(estate, having(after)), TODAY);
  return entries.filter((entry) => entry.path === path).map(({ verdict }) => verdict);
}

const selector = (...values: string[]) => ({
  name: values.join(),
  field_selector: [{ field: "eventCategory", equals: values }],
});

describe("a setting protects less", () => {
  it.each<[string, string, Block, Block]>([
    ["aws_sqs_queue", "delay_seconds", { name: "one" }, { name: "one", delay_seconds: 900 }],
    ["aws_cloudwatch_event_target", "input", { rule: "one" }, { rule: "one", input: "{}" }],
    [
      "aws_cloudtrail",
      "advanced_event_selector",
      { advanced_event_selector: [selector("Data"), selector("Management")] },
      { advanced_event_selector: [selector("Management")] },
    ],
  ])("of %s: %s", (type, path, before, after) => {
    expect(told(type, path, before, after)).toEqual(["weaker"]);
  });

  it("not where a trail records more", () => {
    const [before, after] = [
      { advanced_event_selector: [selector("Data")] },
      { advanced_event_selector: [selector("Management"), selector("Data")] },
    ];
    expect(told("aws_cloudtrail", "advanced_event_selector", before, after)).toEqual(["stronger"]);
  });
});
