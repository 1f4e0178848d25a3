import { review } from "../../review/review";
import type { Output } from "../policies/mutations/mutation";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf, sideOf } from "./versions";

const estate = declaredEstate("local");
type Block = Readonly<Record<string, unknown>>;

function told(before: (output: Output) => void, after: (output: Output) => void, side = bareSideOf) {
  const { entries } = review(side(estate, before), side(estate, after), TODAY);
  return entries.map(({ verdict, what, path, approvers }) => ({ verdict, what, path, approvers }));
}

const lambda =
  (block: Block, dataClass = "restricted") =>
  (output: Output): void =>
    output.add("dublin", "aws_lambda_function", "own", {
      function_name: "own",
      tags: { "data-class": dataClass },
      ...block,
    });

describe("that other code runs is told", () => {
  it.each<[string, Block, Block]>([
    ["source_code_hash", { source_code_hash: "a" }, { source_code_hash: "b" }],
    ["s3_key", { s3_key: "a" }, { s3_key: "b" }],
    ["runtime", { runtime: "nodejs22.x" }, { runtime: "nodejs18.x" }],
    ["image_config.command", { image_config: [{ command: ["a"] }] }, { image_config: [{ command: ["b"] }] }],
  ])("of %s", (path, before, after) => {
    expect(told(lambda(before), lambda(after))).toEqual([
      { verdict: "weaker", what: "other code runs", path, approvers: ["platform@example.org"] },
    ]);
  });

  it("once, whatever differs with it", () => {
    const found = told(lambda({ s3_key: "a", source_code_hash: "a" }), lambda({ s3_key: "b", source_code_hash: "b" }));
    expect(found).toHaveLength(1);
  });

  it("to whoever approves audit, where it carries audit", () => {
    const [found] = told(lambda({ s3_key: "a" }, "audit"), lambda({ s3_key: "b" }, "audit"));
    expect(found?.approvers).toContain(estate.monitor.name);
  });

  it("and alarms nobody where what it handles is for everybody", () => {
    expect(told(lambda({ s3_key: "a" }, "public"), lambda({ s3_key: "b" }, "public"))).toMatchObject([
      { verdict: "other" },
    ]);
  });

  it("of what the monitor signs, and of whom its functions trust", () => {
    const object = (output: Output) => output.resource("monitor", "aws_s3_object", "incident-record");
    const digest = "0".repeat(64);
    const found = told(
      () => undefined,
      (output) => {
        const { source, key } = object(output);
        object(output)["source"] = source.replace(/[0-9a-f]{64}/, digest);
        object(output)["key"] = key.replace(/[0-9a-f]{64}/, digest);
        output.resource("monitor", "aws_lambda_code_signing_config")["allowed_publishers"] = {
          signing_profile_version_arns: ["arn:aws:signer:eu-west-2:600000000006:/signing-profiles/other/1"],
        };
      },
      sideOf,
    );
    expect(found).toMatchObject([
      {
        verdict: "weaker",
        what: "others vouch for the code that runs",
        approvers: expect.arrayContaining([estate.monitor.name]),
      },
      {
        verdict: "weaker",
        what: "other code runs",
        path: "source",
        approvers: expect.arrayContaining([estate.monitor.name]),
      },
    ]);
  });

  it("but not where only the construct is called otherwise", () => {
    const found = told(
      () => undefined,
      (output) => {
        const object = output.resource("monitor", "aws_s3_object", "incident-record");
        object["source"] = object["source"].replace("functions_", "code_");
      },
      sideOf,
    );
    expect(found.filter(({ verdict }) => verdict !== "other")).toEqual([]);
  });
});
