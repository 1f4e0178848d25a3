import { loadEstate } from "../../../config/load";
import type { Resources } from "../../../policies/examples";
import { CHANNELS } from "../../../policies/residency/channels";
import { proofOf, type Leak } from "../../../policies/residency/proof";
import { sampleContext } from "../../support/sample-context";
import { TODAY } from "../../support/estates";
import { ELSEWHERE, LEAVING, STAYING, UNDECLARED, UNTOLD } from "./mechanisms";

const estate = loadEstate("local", { today: TODAY });

function leaksOf(resources: Resources): readonly Leak[] {
  return proofOf(sampleContext(resources, estate, TODAY)).leaks;
}

function verdictsOf(mechanism: string, resources: Resources): readonly string[] {
  return leaksOf(resources)
    .filter(({ witness }) => witness.some((hop) => hop.mechanism === mechanism))
    .map(({ verdict }) => verdict);
}

describe("every mechanism", () => {
  it.each(Object.entries(LEAVING))("%s is found to leave", (mechanism, resources) => {
    expect(verdictsOf(mechanism, resources)).toContain("leaves");
  });

  it.each(Object.entries(UNDECLARED))("%s is found undeclared", (mechanism, resources) => {
    expect(verdictsOf(mechanism, resources)).toContain("undeclared");
  });

  it.each(Object.entries(UNTOLD))("is undecided where %s", (_, resources) => {
    expect(leaksOf(resources).map(({ verdict }) => verdict)).toContain("undecided");
  });

  it.each([
    ["of an area by its id", "global.anthropic.claude-sonnet-4-20250514-v1:0"],
    ["of an area by its ARN", "arn:aws:bedrock:eu-west-1:200000000002:inference-profile/us.anthropic.claude"],
    ["of another region", "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1"],
  ])("is found to leave where prompts go to models %s", (_, foundation_model) => {
    const leaks = leaksOf({ aws_bedrockagent_agent: { x: { foundation_model } } });
    expect(leaks.map(({ verdict }) => verdict)).toEqual(["leaves"]);
  });

  it.each([[{}], [{ aws_region: "" }], [{ aws_region: "us-west-2" }]])(
    "is found to leave where a voice connector has the region of %j",
    (region) => {
      const leaks = leaksOf({ aws_chime_voice_connector: { x: { name: "x", require_encryption: true, ...region } } });
      expect(leaks.map(({ verdict }) => verdict)).toEqual(["leaves"]);
    },
  );

  it.each(Object.entries(STAYING))("is not found where %s", (_, resources) => {
    expect(leaksOf(resources)).toEqual([]);
  });

  it("is tried", () => {
    const tried = [...Object.keys(LEAVING), ...Object.keys(UNDECLARED), ...ELSEWHERE];
    expect(CHANNELS.map(({ title }) => title).filter((title) => !tried.includes(title))).toEqual([]);
  });
});
