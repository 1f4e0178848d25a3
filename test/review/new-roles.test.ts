import { review } from "../../review/review";
import type { Output } from "../policies/mutations/mutation";
import { declaredEstate, TODAY } from "../support/estates";
import { sideOf } from "./versions";

const estate = declaredEstate("local");
const text = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

/** What is told of a new role that may do this. */
function told(stack: string, Action: readonly string[], more: (output: Output) => object = () => ({})) {
  const added = (output: Output) => {
    const assume_role_policy = text({
      Effect: "Allow",
      Principal: { Service: "ec2.amazonaws.com" },
      Action: "sts:AssumeRole",
    });
    output.add(stack, "aws_iam_role", "own", { name: "own", assume_role_policy, ...more(output) });
    const policy = text({ Effect: "Allow", Action, Resource: "*" });
    output.add(stack, "aws_iam_role_policy", "own", { name: "own", role: "own", policy });
  };
  const { entries } = review(sideOf(estate), sideOf(estate, added), TODAY);
  return entries.filter(({ what }) => what.startsWith("a new role"));
}

describe("what a new role may do is told", () => {
  it("with restricted data", () => {
    const [found] = told("dublin", ["s3:Get*", "dynamodb:Query"]);
    expect(found).toMatchObject({
      verdict: "opens",
      what: "a new role may reach restricted data",
      controls: expect.arrayContaining(["A5", "E40"]),
    });
    expect(found?.details[1]).toContain("arn:aws:iam::200000000002:role/own may ");
  });

  it("with what is audited, to the monitor", () => {
    const [found] = told("dublin", ["cloudtrail:*"]);
    expect(found).toMatchObject({ verdict: "opens", what: "a new role may stop or change what is audited" });
    expect(found?.approvers).toContain(estate.monitor.name);
  });

  it("with what the monitor keeps", () => {
    expect(told("monitor", ["s3:DeleteObject"])).toMatchObject([{ what: "a new role may reach what is archived" }]);
  });

  it("and nothing else that it may do", () => {
    expect(told("dublin", ["ec2:DescribeInstances", "logs:PutLogEvents"])).toEqual([]);
  });

  it("within its boundary", () => {
    const bound = (output: Output) => {
      const policy = text({ Effect: "Allow", Action: "logs:*", Resource: "*" });
      output.add("dublin", "aws_iam_policy", "bound", { name: "bound", policy });
      return { permissions_boundary: "${aws_iam_policy.bound.arn}" };
    };
    expect(told("dublin", ["s3:*"], bound)).toEqual([]);
  });
});
