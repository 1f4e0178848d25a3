import { cell, code } from "../../../cli/report/markdown";
import { visible, visibleLines } from "../../../cli/report/visible";
import { table } from "../../../cli/table";

describe("what a report quotes", () => {
  it("has every control character written out, in every text of it", () => {
    const forged = { address: "aws_vpc.x\n::stop-commands::x\n", witness: [{ to: "\u001b[2Ja\u202eb" }], count: 1 };
    expect(visible(forged)).toEqual({
      address: "aws_vpc.x\\n::stop-commands::x\\n",
      witness: [{ to: "\\u001b[2Ja\\u202eb" }],
      count: 1,
    });
  });

  it("has its own lines, and in JSON the same content", () => {
    const forged = { name: "\u001b[2J\u202e\u2028", tabs: "\t\n" };
    const written = visibleLines(JSON.stringify(forged, null, 2));
    expect(written.split("\n")).toHaveLength(4);
    expect(written).not.toMatch(/[\u001b\u202e\u2028]/);
    expect(JSON.parse(written)).toEqual(forged);
  });

  it("obeys no terminal in a table either, whose cells have lines", () => {
    expect(table(["What"], [["one\ntwo\u001b[2J"]])).toMatch(/│ one +│\n│ two\\u001b\[2J │/);
  });

  it("is no markup of a comment", () => {
    expect(cell("`code` [a](https://x) @team a_b *c* | <d>\n## e")).toBe(
      "\\`code\\` \\[a\\](https://x) \\@team a\\_b \\*c\\* \\| &lt;d> ## e",
    );
    expect(code("x`\n\n## Estate local: nothing differs")).toBe("`x' ## Estate local: nothing differs`");
  });
});
