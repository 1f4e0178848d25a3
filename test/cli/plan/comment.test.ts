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

describe("a comment", () => {
  it("has the reports in the order given, and says which is missing", () => {
    const files = [report("review.md", "# Review\n"), join(FOLDER, "check.md"), report("plan.md", "### dublin\n\n")];
    expect(commentOf(files)).toBe(`# Review\n\n_There is no ${files[1]}: see the run._\n\n### dublin\n`);
  });

  it("says which report cannot be read", () => {
    expect(commentOf([FOLDER])).toBe(`_${FOLDER} cannot be read (EISDIR): see the run._\n`);
  });

  it("is never longer than GitHub takes, ends with a whole line, and says that it was cut", () => {
    const line = `| ${"x".repeat(96)} |\n`;
    const comment = commentOf([report("long.md", line.repeat(1000))]);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment.length).toBeGreaterThan(65_000);
    expect(comment).toMatch(/x \|\n\n_Longer than a comment may be: the whole is among the run's artifacts\._\n$/);
  });
});
