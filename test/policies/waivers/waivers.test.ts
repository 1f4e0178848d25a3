import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../../policies/check";
import { fingerprintOf } from "../../../policies/fingerprint";
import { readInputs } from "../../../policies/model/read";
import type { Report } from "../../../policies/report";
import { applyWaivers } from "../../../policies/waivers/apply-waivers";
import { InputError } from "../../../policies/model/input-error";
import { loadWaivers, waiversOf } from "../../../policies/waivers/load-waivers";
import { WAIVER_EXAMPLES } from "../../../policies/waivers/waiver-examples";
import type { Waiver } from "../../../policies/waivers/waiver";
import { declaredEstate, TODAY } from "../../support/estates";
import { FAILED, LEAK } from "../../support/report";

const WAIVER: Waiver = {
  policy: "ENC-003",
  stack: "dublin",
  address: "aws_s3_bucket.data",
  finding: fingerprintOf(FAILED),
  reason: "Holds nothing but public pictures",
  owner: "web@example.org",
  expires: "2027-01-31",
};

/** What is said of a bucket that nothing stands beside, alone. */
function checked(waivers: readonly Waiver[]) {
  const folder = mkdtempSync(join(tmpdir(), "clover-waived-"));
  const json = { resource: { aws_s3_bucket: { data: { bucket: "data" } } } };
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(json));
  const inputs = readInputs([join(folder, "cdk.tf.json")], (source) => ({ ...source, stack: "dublin" }));
  return check(inputs, { estate: declaredEstate("local"), today: TODAY, waivers });
}

const apply = (waiver: Partial<Waiver>, findings = [FAILED]) =>
  applyWaivers(findings, [{ ...WAIVER, ...waiver }], TODAY, ["dublin", "norway"]);

describe("a waiver", () => {
  it("takes what it covers out of the counts of what failed, and no more, however many cover it", () => {
    const before = checked([]);
    const [found] = before.findings.filter(({ policy }) => policy === WAIVER.policy);
    const waiver = { ...WAIVER, finding: fingerprintOf(found!) };
    const after = checked([waiver, { ...waiver, reason: "Again" }]);
    const countsOf = ({ policies }: Report) => policies.find(({ policy }) => policy.id === WAIVER.policy)!.counts;
    const { fail, undecided } = countsOf(before);
    expect(fail + undecided).toBeGreaterThan(0);
    expect(countsOf(after)).toEqual({ ...countsOf(before), fail: 0, undecided: 0, waived: fail + undecided });
    expect(after.summary.waived).toBe(fail + undecided);
    expect(after.summary.fail + after.summary.undecided).toBe(after.findings.length);
  });

  it("takes out the finding that it names, and shows it as waived", () => {
    const { findings, waived, broken } = apply({});
    expect([findings, broken]).toEqual([[], []]);
    expect(waived).toEqual([{ waiver: WAIVER, finding: FAILED }]);
  });

  it("holds on its last day", () => expect(apply({ expires: TODAY }).broken).toEqual([]));

  it("covers the address in every stack when it names none", () => {
    const { findings } = apply({ stack: undefined }, [FAILED, { ...FAILED, stack: "norway" }]);
    expect(findings).toEqual([]);
  });

  it.each([
    ["it has expired", { expires: "2026-11-23" }, "it expired on 2026-11-23"],
    ["it names a pattern", { address: "aws_s3_bucket.*" }, "it names the pattern aws_s3_bucket.*"],
    ["nothing needs it", { address: "aws_s3_bucket.other" }, "nothing that was found needs it"],
    ["it is of another policy", { policy: "ENC-004" }, "nothing that was found needs it"],
    ["it is of another stack", { stack: "norway" }, "nothing that was found needs it"],
    ["it is of another finding", { finding: "0".repeat(16) }, `there is now ${WAIVER.finding}, failed: AES256`],
  ])("fails when %s, and excuses nothing", (_why, differs, actual) => {
    const { findings, waived, broken } = apply(differs);
    expect(findings).toEqual([FAILED]);
    expect(waived).toEqual([]);
    expect(broken).toMatchObject([{ policy: "WAI-001", outcome: "fail", actual: expect.stringContaining(actual) }]);
  });

  it.each([
    ["a failure where it was written for a doubt", { outcome: "undecided" }, {}],
    [
      "another thing that is found there",
      { actual: "a partner may DescribeRegistry" },
      { actual: "everybody may write" },
    ],
    ["the same in another attribute", {}, { jsonPath: "rule[1]" }],
    ["another path", { witness: LEAK.witness }, { witness: [{ ...LEAK.witness![0]!, to: "everyone" }] }],
  ] as const)("covers no %s", (_what, before, after) => {
    const finding = fingerprintOf({ ...FAILED, ...before });
    const now = { ...FAILED, ...after };
    expect(apply({ finding }, [{ ...FAILED, ...before }]).findings).toEqual([]);
    expect(apply({ finding }, [now])).toMatchObject({ findings: [now], waived: [], broken: [{ policy: "WAI-001" }] });
  });

  it("covers what there is when it names no finding, and not several", () => {
    const other = { ...FAILED, actual: "everybody may write" };
    expect(apply({ finding: undefined })).toMatchObject({ findings: [], broken: [] });
    expect(apply({ finding: undefined }, [FAILED, other])).toMatchObject({
      findings: [FAILED, other],
      broken: [{ actual: expect.stringContaining(`it names no finding, and there are several: ${WAIVER.finding}`) }],
    });
  });

  it("fails when it would let restricted data leave", () => {
    const { findings, broken } = apply({ policy: "RES-001", address: LEAK.address, finding: fingerprintOf(LEAK) }, [
      LEAK,
    ]);
    expect(findings).toEqual([LEAK]);
    expect(broken[0]!.actual).toContain("it would let restricted data leave");
  });

  it("is not missed when its stack was not looked at", () => {
    expect(applyWaivers([], [{ ...WAIVER, stack: "enclave" }], TODAY, ["dublin"]).broken).toEqual([]);
  });
});

describe("the examples of waivers", () => {
  const [needed] = Object.values(WAIVER_EXAMPLES.pass);
  const found = [{ ...FAILED, policy: needed!.policy, stack: needed!.stack!, address: needed!.address }];
  /** Written for what is found here, where it is written for what is found in the example. */
  const here = (waiver: Waiver) =>
    waiver.finding === needed!.finding ? { ...waiver, finding: fingerprintOf(found[0]!) } : waiver;

  it.each(Object.entries(WAIVER_EXAMPLES.pass))("pass when %s", (_why, waiver) => {
    expect(applyWaivers(found, [here(waiver)], "2026-11-24", undefined)).toMatchObject({ findings: [], broken: [] });
  });

  it.each(Object.entries(WAIVER_EXAMPLES.fail))("fail when %s", (_why, waiver) => {
    expect(applyWaivers(found, [here(waiver)], "2026-11-24", undefined)).toMatchObject({
      findings: found,
      broken: [{ policy: "WAI-001" }],
    });
  });
});

describe("a file of waivers", () => {
  const folder = mkdtempSync(join(tmpdir(), "clover-waivers-"));
  const read = (content: string | Buffer) => {
    const file = join(folder, "waivers.yaml");
    writeFileSync(file, content);
    return () => loadWaivers(file);
  };
  const entry = (fields: Record<string, string>) =>
    `- ${Object.entries(fields)
      .map(([key, value]) => `${key}: "${value}"`)
      .join("\n  ")}\n`;
  const fields = { ...WAIVER } as unknown as Record<string, string>;

  it("is a list of waivers", () => expect(read(entry(fields))()).toEqual([WAIVER]));
  it("may name no finding", () => {
    const { finding: _none, ...rest } = fields;
    expect(read(entry(rest))()).toMatchObject([{ policy: WAIVER.policy, address: WAIVER.address }]);
  });
  it("may be empty", () => expect(read("")()).toEqual([]));
  it("need not be there", () => expect(waiversOf("no-such-estate")).toEqual([]));

  it.each([
    ["it is no list", "policy: ENC-003", "expected array"],
    ["it is no YAML", "- [", "it is no valid YAML"],
    [
      "a key is there twice",
      "- policy: ENC-003\n  policy: ENC-004\n",
      "line 2, column 3, must say a thing once; remove one of the two",
    ],
    [
      "an alias names nothing",
      "- policy: ENC-003\n  reason: *why\n",
      "line 2, column 11, must hold no alias; write the repeated parts out",
    ],
    ["an alias names something", "- &a { policy: ENC-003 }\n- *a\n", "line 2, column 3, must hold no alias"],
    ["a tag is unknown", "- policy: !secret x\n", "line 1, column 11, must be one YAML document (TAG_RESOLVE_FAILED)"],
    ["it is lists in lists", "- ".repeat(400_000), "must be nested less deep"],
    ["it is huge", "#".repeat(2 ** 20 + 1), "the waivers cannot be read: 1048577 bytes are too many"],
    ["it is of another encoding", Buffer.from([0x23, 0xfc]), "the waivers cannot be read: save them as UTF-8"],
    ["a field is unknown", entry({ ...fields, forever: "true" }), 'Unrecognized key: "forever"'],
    ["the reason is a word", entry({ ...fields, reason: "because" }), "[0.reason] must say why"],
    ["the date does not exist", entry({ ...fields, expires: "2027-02-30" }), "[0.expires] must be a date that exists"],
    [
      "the finding is a sentence",
      entry({ ...fields, finding: "AES256" }),
      "[0.finding] must be what `clover check` tells",
    ],
    ["the policy is no id", entry({ ...fields, policy: "ENC-*" }), "[0.policy] must be a policy's id"],
  ])("is refused when %s", (_why, content, message) => expect(read(content)).toThrow(message));

  it.each([null, "x", 1, [], {}, [null], [[]]])("is refused with a sentence when any part of it is %j", (value) => {
    for (const json of [value, [value], ...Object.keys(fields).map((key) => [{ ...fields, [key]: value }])]) {
      try {
        read(JSON.stringify(json))();
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }
  });

  it.each([folder, "/dev/zero"])("is refused when it is no file: %s", (path) => {
    expect(() => loadWaivers(path)).toThrow(`${path}: the waivers cannot be read: it is no file; write them to one`);
  });
  it("is refused when it is not there", () => expect(() => loadWaivers("/no/such/file")).toThrow("ENOENT"));
});
