import type { Output } from "../policies/mutations/mutation";
import { review } from "../../review/review";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf, sideOf } from "./versions";

const estate = declaredEstate("local");
const dublin = ({ stacks }: Output) => stacks["dublin"]!;

function entries(before: (output: Output) => void, after: (output: Output) => void, side = bareSideOf) {
  return review(side(estate, before), side(estate, after), TODAY).entries;
}

const queue =
  (name: string, extra: object = {}, moved: readonly object[] = []) =>
  (output: Output): void => {
    output.add("dublin", "aws_sqs_queue", name, { name: "work", ...extra });
    dublin(output)["moved"] = moved;
  };

describe("what becomes of a resource", () => {
  it("is that another one takes its place, where AWS cannot change it", () => {
    const found = entries(queue("one"), queue("one", { fifo_queue: true }));
    expect(found).toMatchObject([{ verdict: "destroys", path: "fifo_queue" }, ...found.slice(1)]);
  });

  it("is that none of it may be left, where there is another number of it", () => {
    const found = entries(queue("one"), queue("one", { count: 0 }));
    expect(found).toMatchObject([{ verdict: "destroys", path: "count", controls: ["G52"] }, ...found.slice(1)]);
  });

  it("is that it stays, at the end of its moves", () => {
    const moves = [
      { from: "aws_sqs_queue.one", to: "aws_sqs_queue.two" },
      { from: "aws_sqs_queue.two", to: "aws_sqs_queue.three" },
    ];
    const found = entries(queue("one"), queue("three", {}, moves));
    expect(found.filter(({ verdict }) => verdict === "destroys")).toEqual([]);
    expect(found.map(({ what }) => what).join()).toContain("a moved block that keeps what is there");
  });

  it("is that it is destroyed, where a moved block leads to another type", () => {
    const table = (output: Output) => {
      output.add("dublin", "aws_sns_topic", "one", { name: "work" });
      dublin(output)["moved"] = [{ from: "aws_sqs_queue.one", to: "aws_sns_topic.one" }];
    };
    const found = entries(queue("one"), table);
    expect(found.filter(({ verdict }) => verdict === "destroys")).toMatchObject([{ before: "aws_sqs_queue" }]);
  });

  it("names what a whole stack guarded", () => {
    const found = entries(
      () => undefined,
      ({ stacks }) => {
        delete stacks["norway"];
      },
      sideOf,
    );
    const [whole] = found.filter(({ what }) => what.startsWith("the stack is no longer synthesized"));
    expect(whole?.details.join()).toContain("aws_cloudtrail");
    expect(whole?.controls).toContain("D27");
    expect(whole?.approvers).toContain(estate.monitor.name);
  });
});
