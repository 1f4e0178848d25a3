import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { statementOf } from "../../../cli/evidence/statement";
import { sha256 } from "../../../config/digest";
import { verifyBundle } from "../../../cli/evidence/verify-bundle";
import { Failure } from "../../../cli/failure";
import { json } from "../../../cli/report/json";
import { sampleReport, WAIVED } from "../../support/report";

const FOLDER = mkdtempSync(join(tmpdir(), "clover-verify-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const BUNDLE = join(FOLDER, "bundle");
const REPORT = json(sampleReport());
/** Another report of the same verdict. */
const FORGED = json(sampleReport({ estate: "another" }));
const FILES = { "cdktf.out/stacks/dublin/cdk.tf.json": "{}", "check.json": REPORT, "estate/local.yaml": "a: 1" };
for (const [name, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(BUNDLE, name)), { recursive: true });
  writeFileSync(join(BUNDLE, name), text);
}
const descriptor = ([name, text]: readonly [string, string]) => ({ name, digest: { sha256: sha256(text) } });
const subjects = Object.entries(FILES).map(descriptor);
const STATEMENT = statementOf(subjects, [], sampleReport());
writeFileSync(join(BUNDLE, "statement.json"), STATEMENT);

/** A copy of the bundle that somebody has laid hands on. */
function tampered(tamper: (copy: string) => void): string {
  const copy = mkdtempSync(join(FOLDER, "tampered-"));
  cpSync(BUNDLE, copy, { recursive: true });
  tamper(copy);
  return copy;
}

const withStatement = (alter: (statement: any) => unknown) =>
  tampered((copy) => writeFileSync(join(copy, "statement.json"), JSON.stringify(alter(JSON.parse(STATEMENT)))));

const problemsOf = (bundle: string, recorded?: string) => verifyBundle(bundle, recorded).problems;

describe("a bundle", () => {
  it("is as recorded when nothing was touched, by the statement's own digest too", () => {
    expect(verifyBundle(BUNDLE, sha256(STATEMENT))).toEqual({
      statement: expect.objectContaining({ predicate: { result: "FAILED" } }),
      digest: sha256(STATEMENT),
      problems: [],
    });
  });

  it.each([
    ["PASSED", sampleReport({ findings: [] })],
    ["WARNED", sampleReport({ findings: [], waived: [WAIVED] })],
    ["FAILED", sampleReport({ waived: [WAIVED] })],
  ])("is as recorded when the policies %s", (result, report) => {
    const copy = mkdtempSync(join(FOLDER, "judged-"));
    writeFileSync(join(copy, "check.json"), json(report));
    const statement = statementOf([descriptor(["check.json", json(report)])], [], report);
    writeFileSync(join(copy, "statement.json"), statement);
    expect(verifyBundle(copy)).toMatchObject({ statement: { predicate: { result } }, problems: [] });
  });

  it.each<[string, string, (copy: string) => void]>([
    ["a file is changed", "check.json: changed: its SHA-256 is", (copy) => writeFileSync(join(copy, "check.json"), "")],
    ["a byte is added", "check.json: changed: its SHA-256 is", (copy) => writeFileSync(join(copy, "check.json"), " ", { flag: "a" })], // prettier-ignore
    ["a file is missing", "estate/local.yaml: missing", (copy) => rmSync(join(copy, "estate"), { recursive: true })],
    ["a file is extra", "cdktf.out/stacks/dublin/x.tf: extra", (copy) => writeFileSync(join(copy, "cdktf.out/stacks/dublin/x.tf"), "")], // prettier-ignore
    ["a hidden file is extra", ".hidden: extra", (copy) => writeFileSync(join(copy, ".hidden"), "")],
    ["an empty folder is extra", "more: extra: the statement names no such empty folder", (copy) => mkdirSync(join(copy, "more"))], // prettier-ignore
    ["a second statement is extra", "estate/statement.json: extra", (copy) => writeFileSync(join(copy, "estate/statement.json"), STATEMENT)], // prettier-ignore
    ["a name differs in case", "check.json: missing", (copy) => renameSync(join(copy, "check.json"), join(copy, "Check.json"))], // prettier-ignore
  ])("is not when %s", (_what, problem, tamper) => {
    expect(problemsOf(tampered(tamper))).toContainEqual(expect.stringContaining(problem));
  });

  it("is not when a link to the same bytes takes the place of a file, or of a folder", () => {
    const copy = tampered((folder) => {
      for (const name of ["check.json", "estate"]) {
        rmSync(join(folder, name), { recursive: true });
        symlinkSync(join(BUNDLE, name), join(folder, name));
      }
    });
    expect(problemsOf(copy)).toEqual([
      "check.json: changed: it is a symbolic link, recorded was a file",
      "estate/local.yaml: missing",
      "estate: extra: the statement names no such symbolic link",
    ]);
  });

  it("does not say another word than the verdict that it holds", () => {
    const copy = withStatement((statement) => {
      statement.predicate.result = "PASSED";
      return statement;
    });
    expect(problemsOf(copy)).toEqual(["statement.json: it says PASSED, and check.json FAILED"]);
  });

  it("names every file that is not as it was", () => {
    const copy = tampered((folder) => {
      rmSync(join(folder, "cdktf.out"), { recursive: true });
      writeFileSync(join(folder, "check.json"), "");
      writeFileSync(join(folder, "more.json"), "");
    });
    expect(problemsOf(copy)).toEqual([
      "cdktf.out/stacks/dublin/cdk.tf.json: missing",
      `check.json: changed: its SHA-256 is ${sha256("")}, recorded was ${sha256(REPORT)}`,
      "more.json: extra: the statement names no such file",
    ]);
  });

  it("has names that say nothing in a terminal's own words", () => {
    const copy = tampered((folder) => writeFileSync(join(folder, "a\u001b[1A\u001b[2K\nb"), ""));
    const clover = join(__dirname, "../../../cli/clover.mjs");
    const { status, stdout } = spawnSync(process.execPath, [clover, "evidence", "verify", copy], { encoding: "utf8" });
    expect(stdout).toBe("a\\u001b[1A\\u001b[2K\\nb: extra: the statement names no such file\n");
    expect(status).toBe(1);
  });

  it("that was changed together with its statement is told by the digest that was recorded", () => {
    const copy = withStatement((statement) => {
      statement.subject[1].digest.sha256 = sha256(FORGED);
      return statement;
    });
    writeFileSync(join(copy, "check.json"), FORGED);
    expect(problemsOf(copy)).toEqual([]);
    const forged = sha256(readFileSync(join(copy, "statement.json")));
    expect(problemsOf(copy, sha256(STATEMENT))).toEqual([
      `statement.json: changed: its SHA-256 is ${forged}, recorded was ${sha256(STATEMENT)}`,
    ]);
  });
});

describe("a folder is no bundle", () => {
  it.each<[string, string, () => string]>([
    ["there is none", "it has no statement.json (ENOENT)", () => "/no/such/folder"],
    ["it has no statement", "it has no statement.json (ENOENT)", () => join(BUNDLE, "estate")],
    ["its statement is a folder", "its statement.json is no file", () => tampered((copy) => { rmSync(join(copy, "statement.json")); mkdirSync(join(copy, "statement.json")); })], // prettier-ignore
    ["its statement is a link", "its statement.json is no file", () => tampered((copy) => { rmSync(join(copy, "statement.json")); symlinkSync(join(BUNDLE, "statement.json"), join(copy, "statement.json")); })], // prettier-ignore
    ["its statement is no JSON", "it is no JSON", () => tampered((copy) => writeFileSync(join(copy, "statement.json"), "{"))], // prettier-ignore
    ["its statement is of another type", "'_type'", () => withStatement((statement) => ({ ...statement, _type: "x" }))],
    ["its predicate is another", "'predicateType'", () => withStatement((statement) => ({ ...statement, predicateType: "x" }))], // prettier-ignore
    ["its statement names no file", "'subject'", () => withStatement((statement) => ({ ...statement, subject: [] }))],
    ["its statement names a file twice", "names a file twice", () => withStatement(({ subject, ...rest }) => ({ ...rest, subject: [...subject, subject[0]] }))], // prettier-ignore
    ...["../bundle/check.json", "/etc/passwd", "estate/../check.json", "estate\\local.yaml", "estate/", ""].map((name): [string, string, () => string] => [`its statement names ${name || "nothing"}`, "'subject.0.name' must be the path of a file below the bundle", () => withStatement(({ subject, ...rest }) => ({ ...rest, subject: [{ ...subject[0], name }] }))]), // prettier-ignore
    ["a digest is none", "must be a SHA-256", () => withStatement(({ subject, ...rest }) => ({ ...rest, subject: [{ ...subject[0], digest: { sha256: "" } }] }))], // prettier-ignore
  ])("when %s", (_why, message, bundle) => {
    const folder = bundle();
    expect(() => verifyBundle(folder)).toThrow(Failure);
    expect(() => verifyBundle(folder)).toThrow(message);
  });
});
