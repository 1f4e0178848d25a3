import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../cli/failure";
import { filesRead } from "../../cli/files-read";
import { mustBeWritable } from "../../cli/write-report";

const FOLDER = mkdtempSync(join(tmpdir(), "clover-reports-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const at = (name: string) => join(FOLDER, name);
for (const folder of ["out/stacks/dublin", "out/stacks/norway", "empty/stacks"])
  mkdirSync(at(folder), { recursive: true });
const FILES = [
  "out/estate.json",
  "out/manifest.json",
  "out/report.html",
  "out/stacks/dublin/cdk.tf.json",
  "out/stacks/dublin/more.tf",
  "out/stacks/dublin/report.json",
  "out/stacks/norway/terraform.tfvars",
  "plan.json",
];
for (const name of FILES) writeFileSync(at(name), "{}");
symlinkSync(at("out/estate.json"), at("link.json"));
linkSync(at("out/stacks/dublin/cdk.tf.json"), at("hard.json"));
symlinkSync(at("out"), at("other"));

describe("a report", () => {
  it.each([
    ["a stack", ["out"], "out/stacks/dublin/cdk.tf.json"],
    ["what Terraform reads beside a stack", ["out"], "out/stacks/dublin/more.tf"],
    ["a stack's variables", ["out"], "out/stacks/norway/terraform.tfvars"],
    ["the written estate", ["out"], "out/estate.json"],
    ["the written estate, of a stack alone", ["out/stacks/dublin"], "out/estate.json"],
    ["the manifest", ["out"], "out/manifest.json"],
    ["a plan", ["out", "plan.json"], "plan.json"],
    ["the configuration beside a file", ["out/stacks/dublin/more.tf"], "out/stacks/dublin/cdk.tf.json"],
    ["what a link leads to", ["out"], "link.json"],
    ["what has another name too", ["out"], "hard.json"],
    ["what lies behind a linked folder", ["out"], "other/estate.json"],
  ])("is never written over %s", (_what, paths, file) => {
    expect(() => mustBeWritable([at(file)], filesRead(paths.map(at)))).toThrow(Failure);
    expect(() => mustBeWritable([at(file)], filesRead(paths.map(at)))).toThrow(
      `${at(file)}: the report cannot be written: this very command reads ${FOLDER}`,
    );
  });

  it.each([
    "new.tf.json",
    "out/stacks/dublin/report.tf.json",
    "out/stacks/dublin/report.tf",
    "out/stacks/norway/report_override.tf.json",
    "out/stacks/norway/report.auto.tfvars.json",
  ])("is never called %s, which Terraform would read the next time", (file) => {
    expect(() => mustBeWritable([at(file)], filesRead([at("out")]))).toThrow(
      `${at(file)}: the report cannot be written: Terraform reads what is called so; name another file`,
    );
  });

  it.each(["empty/estate.json", "empty/manifest.json"])(
    "is never written to %s, which is read as the synth's own where it is there",
    (file) => {
      expect(() => mustBeWritable([at(file)], filesRead([at("empty")]))).toThrow("this very command reads");
    },
  );

  it.each(["new.json", "out/new.json", "out/report.html", "out/stacks/dublin/report.json"])(
    "is written to %s, which nothing reads",
    (file) => {
      expect(() => mustBeWritable([at(file), undefined], filesRead([at("out"), at("missing")]))).not.toThrow();
    },
  );
});
