import { bothReadings } from "../../policies/both-readings";
import { fail, notApplicable, pass, undecided, type Location, type Verdict } from "../../policies/verdict";

const at: Location = { stack: "dublin", address: "aws_vpc.segment", jsonPath: "" };
const elsewhere: Location = { ...at, address: "aws_vpc.other" };
const FAILS = fail(at, "none", "a flow log");
const DOUBTED = undecided(at, expect.stringMatching(/^none, as far as a plan alone tells/), "a flow log");

describe("of each resource, two readings of a plan", () => {
  it.each<[string, Verdict, Verdict, Verdict]>([
    ["pass where both pass", pass(at), pass(at), pass(at)],
    [
      "fail where both fail, as the one has it that knows more",
      FAILS,
      fail(at, "REJECT", "ALL"),
      fail(at, "REJECT", "ALL"),
    ],
    ["are undecided where one alone fails", FAILS, pass(at), DOUBTED],
    ["are undecided where the other alone fails", pass(at), FAILS, DOUBTED],
    ["are undecided where one asks nothing and the other fails", notApplicable(at), FAILS, DOUBTED],
    ["pass nothing that one of them cannot decide", pass(at), undecided(at, "a", "b"), undecided(at, "a", "b")],
  ])("%s", (_title, known, supposed, expected) => {
    expect(bothReadings("each", [known], [supposed])).toEqual([expected]);
  });
});

describe("of a whole estate, two readings of a plan", () => {
  it("fail where both fail of the same thing", () => {
    expect(bothReadings("whole", [FAILS], [pass(at), FAILS])).toEqual([FAILS]);
  });

  it("are undecided where the failure is of another thing", () => {
    const other = fail(elsewhere, "none", "a flow log");
    expect(bothReadings("whole", [FAILS], [other])).toEqual([
      DOUBTED,
      undecided(elsewhere, expect.stringContaining("none"), "a flow log"),
    ]);
  });

  it("hide no doubt of either", () => {
    const doubt = undecided(elsewhere, "a", "b");
    expect(bothReadings("whole", [pass(at)], [doubt])).toEqual([pass(at), doubt]);
  });

  it("count no pass of what one of them doubts, and the others of the same thing", () => {
    const doubt = undecided(at, "a", "b");
    expect(bothReadings("whole", [pass(at)], [doubt])).toEqual([doubt]);
    expect(bothReadings("whole", [pass(at), pass(at)], [pass(at), doubt])).toEqual([pass(at), doubt]);
    expect(bothReadings("whole", [pass(at), pass(elsewhere)], [doubt, pass(elsewhere)])).toEqual([
      pass(elsewhere),
      doubt,
    ]);
  });
});
