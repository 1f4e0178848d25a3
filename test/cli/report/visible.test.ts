import { cell, code } from "../../../cli/report/markdown";
import { visible } from "../../../cli/report/visible";

describe("what a report quotes", () => {
  it("has every control character written out, in every text of it", () => {
    const forged = { address: "aws_vpc.x\n::stop-commands::x\n", witness: [{ to: "\u001b[2Ja\u202eb" }], count: 1 };
    expect(visible(forged)).toEqual({
      address: "aws_vpc.x\\n::stop-commands::x\\n",
      witness: [{ to: "\\u001b[2Ja\\u202eb" }],
      count: 1,
    });
  });

  it("is no markup of a comment", () => {
    expect(cell("`code` [a](https://x) @team a_b *c* | <d>\n## e")).toBe(
      "\\`code\\` \\[a\\](https://x) \\@team a\\_b \\*c\\* \\| &lt;d> ## e",
    );
    expect(code("x`\n\n## Estate local: nothing differs")).toBe("`x' ## Estate local: nothing differs`");
  });
});
