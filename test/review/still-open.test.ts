import type { Finding } from "../../policies/finding";
import { guaranteeChanges } from "../../review/judged/guarantee-changes";
import { Renamed, Renames } from "../../review/resources/renamed";

const finding = (actual: string, more: Partial<Finding> = {}): Finding => ({
  policy: "ENC-007",
  outcome: "fail",
  severity: "high",
  address: "aws_kms_key.data",
  stack: "dublin",
  constructPath: undefined,
  jsonPath: "deletion_window_in_days",
  actual,
  expected: "30",
  message: "",
  remediation: "Wait for 30 days.",
  ...more,
});
const changes = (before: readonly Finding[], after: readonly Finding[], renames = Renames.nothing) =>
  guaranteeChanges({ findings: before, renames }, { findings: after, renames: Renames.nothing });

describe("what a policy objected to before", () => {
  it("is told when it is otherwise now", () => {
    expect(changes([finding("10")], [finding("7")])).toMatchObject([
      {
        verdict: "weaker",
        what: expect.stringMatching(/^still breaks ENC-007 otherwise than before: /),
        before: "10",
        after: "7",
      },
    ]);
  });

  it("is not told when it is as it was, for whatever reasons", () => {
    expect(changes([finding("10"), finding("20")], [finding("20"), finding("10")])).toEqual([]);
    expect(changes([finding("10"), finding("20")], [finding("20")])).toEqual([]);
  });

  it("is told when one of several reasons is another", () => {
    expect(changes([finding("10"), finding("20")], [finding("7"), finding("20")])).toMatchObject([
      { before: "10", after: "7" },
    ]);
  });

  it("is not told when only what it names is called otherwise", () => {
    const renames = new Renames(
      new Map([["dublin", new Renamed(new Map([["aws_iam_role.old", "aws_iam_role.new"]]), [])]]),
      [],
    );
    expect(changes([finding("of aws_iam_role.old")], [finding("of aws_iam_role.new")], renames)).toEqual([]);
  });
});
