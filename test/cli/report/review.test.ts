import { markdown } from "../../../cli/report/review/markdown";
import { text } from "../../../cli/report/review/text";
import { CHANGES, type Entry } from "../../../review/entry";
import type { Review } from "../../../review/review";

const LONGEST_COMMENT = 65_536;

const ENTRY: Entry = {
  verdict: "weaker",
  about: "setting",
  what: "rule.days is weaker",
  at: [
    { stack: "dublin", address: "aws_s3_bucket.data", constructPath: "dublin/data" },
    { stack: "norway", address: "aws_s3_bucket.data" },
  ],
  path: "rule.days",
  before: "730 | <b>",
  after: "365",
  details: ["a detail with `code` and *stars*"],
  policies: ["STO-001"],
  controls: ["D32"],
  approvers: ["security@example.org"],
};

function sample(entries: readonly Entry[]): Review {
  const side = {
    estate: "local",
    digest: "0".repeat(64),
    stacks: ["dublin", "norway"],
    resources: 9,
    places: [],
    channels: [],
  };
  const counts = Object.fromEntries(
    CHANGES.map((verdict) => [verdict, entries.filter((entry) => entry.verdict === verdict).length]),
  ) as Review["counts"];
  return { base: side, head: side, today: "2026-11-24", entries, counts, isGrave: counts.weaker > 0 };
}

describe("a review as markdown", () => {
  it("says everything of an entry, and keeps what it quotes from being markup", () => {
    expect(markdown(sample([ENTRY]))).toMatchInlineSnapshot(`
     "## ❌ Estate local: 1 weaker

     **To be approved by** security\\@example.org (1)

     ### What gets weaker

     **🔻 weaker** rule.days is weaker

     |  |  |
     | --- | --- |
     | Where | \`dublin, norway: aws_s3_bucket.data rule.days\` |
     | Construct | \`dublin/data\` |
     | Before | \`730 \\| <b>\` |
     | After | \`365\` |
     | Policies | STO-001 |
     | Controls | D32 |
     | To approve | security\\@example.org |

     - a detail with \\\`code\\\` and \\*stars\\*

     _Judged on 2026-11-24: 9 resources before, 9 after._
     "
    `);
  });

  it("is one comment, however much there is to say: the head is whole, and what is cut is counted", () => {
    const many = [
      ENTRY,
      ...Array.from({ length: 500 }, (_none, index): Entry => ({
        ...ENTRY,
        verdict: "stronger",
        what: `entry ${index} is stronger`,
      })),
    ];
    const comment = markdown(sample(many));
    expect(comment.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(comment.length).toBeGreaterThan(LONGEST_COMMENT * 0.9);
    expect(comment).toContain("🔻 weaker** rule.days is weaker");
    const shown = comment.match(/is stronger$/gm)!.length;
    expect(comment).toContain(`> ${500 - shown} more entries do not fit into a comment`);
    expect(comment).toContain("_Judged on 2026-11-24: 9 resources before, 9 after._");
  });

  it("fits even where the first entry is too long by itself", () => {
    const long = {
      ...ENTRY,
      details: Array.from({ length: 2000 }, (_none, index) => `destroyed: aws_s3_bucket.number-${index}`),
    };
    const comment = markdown(sample([long]));
    expect(comment.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(comment).toContain("> 1 more entry does not fit into a comment");
    expect(comment).toContain("## ❌ Estate local: 1 weaker");
  });
});

describe("a review as text", () => {
  it("names every stack, and counts what nothing objects to", () => {
    const [first] = ENTRY.at;
    const other: Entry = {
      ...ENTRY,
      verdict: "other",
      about: "resource",
      what: "it is new",
      at: [first!, first!],
      before: undefined,
      approvers: [],
    };
    const told = text(sample([ENTRY, other]));
    expect(told).toContain("  where     dublin, norway: aws_s3_bucket.data at rule.days\n");
    expect(told).toContain("Beside that, changes that nothing objects to: 2 new.\n");
    expect(told).toContain("To be approved by: security@example.org (1).\n");
  });
});
