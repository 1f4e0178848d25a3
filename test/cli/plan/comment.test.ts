import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commentOf } from "../../../cli/plan/comment";

const FOLDER = mkdtempSync(join(tmpdir(), "clover-comment-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function report(name: string, text: string): string {
  writeFileSync(join(FOLDER, name), text);
  return join(FOLDER, name);
}

const LINE = `| ${"x".repeat(96)} |\n`;

describe("a comment", () => {
  it("has the reports in the order given, and says which is missing", () => {
    const files = [report("review.md", "# Review\n"), join(FOLDER, "check.md"), report("plan.md", "### dublin\n\n")];
    expect(commentOf(files)).toBe(`# Review\n\n_There is no ${files[1]}: see the run._\n\n### dublin\n`);
  });

  it("says which report cannot be read", () => {
    expect(commentOf([FOLDER])).toBe(`_${FOLDER} cannot be read (EISDIR): see the run._\n`);
  });

  it("is never longer than GitHub takes, ends with a whole line, and says that it was cut", () => {
    const file = report("long.md", LINE.repeat(1000));
    const comment = commentOf([file]);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment.length).toBeGreaterThan(65_000);
    expect(comment.startsWith(`> **Cut**, since a comment may not be longer: \`${file}\`. `)).toBe(true);
    expect(comment).toMatch(/x \|\n\n_Cut here\._\n$/);
  });

  it("lets no report push another one out: the longest are cut, and that is said first", () => {
    const [review, check] = [report("long.md", LINE.repeat(700)), report("check.md", `# Check\n${LINE.repeat(50)}`)];
    const plans = ["dublin", "norway"].map((stack) => report(`${stack}.md`, `### ${stack}: 1 to delete`));
    const comment = commentOf([review, check, ...plans]);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment.length).toBeGreaterThan(65_000);
    expect(comment.split("\n")[0]).toContain("long.md`. The whole");
    expect(comment.split("\n")[0]).not.toContain("check.md");
    const rest = `_Cut here._\n\n# Check\n${LINE.repeat(50).trimEnd()}\n\n### dublin: 1 to delete\n\n### norway: 1 to delete\n`;
    expect(comment.endsWith(rest)).toBe(true);
  });

  it("shares what there is among those that are too long", () => {
    const long = ["a", "b", "c"].map((name) => report(`${name}.md`, `# ${name}\n${LINE.repeat(900)}`));
    const comment = commentOf(long);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment.match(/^# [abc]$/gm)).toEqual(["# a", "# b", "# c"]);
    expect(comment.match(/^_Cut here\._$/gm)).toHaveLength(3);
  });

  it("is cut before what is folded, where the cut would fall into it", () => {
    const folded = `<details><summary>What was counted</summary>\n\n${LINE.repeat(900)}\n</details>`;
    const comment = commentOf([
      report("check.md", `# Check\n\n${folded}`),
      report("plan.md", "### dublin: no changes"),
    ]);
    expect(comment).toMatch(/# Check\n\n_Cut here\._\n\n### dublin: no changes\n$/);
    expect(comment).not.toContain("<details>");
  });
});
