import { gzipSync } from "node:zlib";
import { loadEstate } from "../../../../config/load";
import { hasHole } from "../../../../policies/model/symbolic";
import { plainTexts } from "../../../../policies/rules/storage/plain-texts";
import { sampleContext } from "../../../support/sample-context";

const TODAY = "2026-11-24";
const estate = loadEstate("local", { today: TODAY });

function textsOf(block: Readonly<Record<string, unknown>>) {
  const { model } = sampleContext({ aws_x: { one: block } }, estate, TODAY);
  return plainTexts(model.resource("dublin", "aws_x.one")!.root);
}

const environmentOf = (block: Readonly<Record<string, unknown>>) =>
  textsOf(block).flatMap(({ name, text, environment }) => (environment ? [`${name}=${text}`] : []));

describe("plainTexts", () => {
  it("tells where each text stands", () => {
    expect(textsOf({ rule: [{ name: "a" }, { to: { name: "b" } }] })).toMatchObject([
      { jsonPath: "rule[0].name", text: "a" },
      { jsonPath: "rule[1].to.name", text: "b" },
    ]);
  });

  it("knows the variables of an environment, in every form that AWS has", () => {
    expect(environmentOf({ environment: { variables: { A: "1" } } })).toEqual(["A=1"]);
    expect(environmentOf({ environment: { environment_variable: [{ name: "A", value: "1" }] } })).toContain("A=1");
    expect(environmentOf({ container_definitions: '[{"environment":[{"name":"A","value":"1"}]}]' })).toContain("A=1");
  });

  it("reads what is encoded", () => {
    const user_data = Buffer.from("#!/bin/sh").toString("base64");
    expect(textsOf({ user_data }).map(({ text }) => text)).toEqual([user_data, "#!/bin/sh"]);
  });

  it("does not claim to read what is compressed", () => {
    const user_data_base64 = gzipSync("#!/bin/sh").toString("base64");
    expect(textsOf({ user_data_base64 }).some(({ text }) => hasHole(text))).toBe(true);
  });

  it("leaves out what is not deployed", () => {
    expect(textsOf({ lifecycle: { ignore_changes: ["password"] }, depends_on: ["aws_x.two"] })).toEqual([]);
  });
});
