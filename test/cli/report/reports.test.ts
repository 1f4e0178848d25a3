import { json } from "../../../cli/report/json";
import { junit } from "../../../cli/report/junit";
import { markdown } from "../../../cli/report/markdown";
import { text } from "../../../cli/report/text";
import { fingerprintOf } from "../../../policies/fingerprint";
import { FAILED, sampleReport, WAIVED } from "../../support/report";
import { XMLParser } from "fast-xml-parser";

describe("the text report", () => {
  const told = text(sampleReport({ waived: [WAIVED] }));

  it("leads with what is wrong, once for the stacks that have it alike", () => {
    expect(told.split("\n").slice(0, 2)).toEqual([
      "FAIL ENC-003 (critical): A bucket has its own key: there is AES256, expected aws:kms",
      "  where     dublin, norway: aws_s3_bucket.data at rule[0]",
    ]);
  });

  it("tells a leak with its path, a waiver with its reason, and a stand-in", () => {
    expect(told).toContain(
      "  path      dublin (IE) → account 777777777777 by bucket policy: dublin/aws_s3_bucket_policy.data at policy",
    );
    expect(told).toContain("until 2027-01-31, by web@example.org: Holds nothing but public pictures");
    expect(told).toContain("Stand-in: norway is in eu-north-1");
  });

  it("tells what binds a waiver that names no finding", () => {
    const { finding: _none, ...open } = WAIVED.waiver;
    const written = `write 'finding: ${fingerprintOf(WAIVED.finding)}' into the waiver`;
    expect(text(sampleReport({ waived: [{ ...WAIVED, waiver: open }] }))).toContain(written);
    expect(told).not.toContain("into the waiver");
  });

  it("tells by which name a waiver would be of a finding, and what one that is waived was", () => {
    expect(told).toContain(`  finding   ${fingerprintOf(FAILED)}`);
    expect(told).toContain("Holds nothing but public pictures\n    found AES256 | <b>");
  });

  it("ends with what was looked at and how it came out", () => {
    expect(told.trimEnd().split("\n").at(-1)).toBe(
      "2 policies looked at 9 resources in 2 stacks of estate local, on 2026-11-24: 7 passed, 3 failed, 0 undecided, 1 waived.",
    );
  });
});

describe("the JSON report", () => {
  it("has the fields that scripts rely on", () => {
    const { summary, findings, waived } = JSON.parse(json(sampleReport({ waived: [WAIVED] })));
    expect(summary).toMatchObject({ pass: 7, fail: 3, undecided: 0, resources: 9 });
    expect(findings[0]).toEqual({ ...FAILED, finding: fingerprintOf(FAILED) });
    expect(findings[2]).toMatchObject({ verdict: "leaves", witness: [{ mechanism: "bucket policy" }] });
    expect(waived[0]).toMatchObject({ policy: "ENC-003", waiver: { owner: "web@example.org" } });
  });
});

describe("the JUnit report", () => {
  it("is XML with a failed case for each finding and a skipped one for each waived", () => {
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(junit(sampleReport({ waived: [WAIVED] })));
    expect(parsed.testsuites["@_failures"]).toBe("3");
    expect(parsed.testsuites["@_skipped"]).toBe("1");
    expect(parsed.testsuites.testsuite[0].testcase[0]["@_name"]).toBe("dublin/aws_s3_bucket.data at rule[0]");
  });
});

describe("the Markdown report", () => {
  const told = markdown(sampleReport({ waived: [WAIVED] }));

  it("leads with the verdict and the findings", () => {
    expect(told).toMatch(/^## ❌ Estate `local` on 2026-11-24: 3 failed, 0 undecided, 7 passed, 1 waived\n/);
    expect(told).toContain("| ❌ ENC-003 | critical | dublin, norway | `aws_s3_bucket.data rule[0]` |");
  });

  it("lets no text of a finding become markup", () => {
    expect(told).toContain("AES256 \\| &lt;b>");
    expect(told).not.toContain("<b>");
  });
});
