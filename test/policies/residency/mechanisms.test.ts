import { loadEstate } from "../../../config/load";
import type { Resources } from "../../../policies/examples";
import { CHANNELS } from "../../../policies/residency/channels";
import { proofOf, type Leak } from "../../../policies/residency/proof";
import { sampleContext } from "../../support/sample-context";
import { TODAY } from "../../support/estates";
import { ELSEWHERE, LEAVING, UNDECLARED, UNTOLD } from "./mechanisms";

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

  it("is tried", () => {
    const tried = [...Object.keys(LEAVING), ...Object.keys(UNDECLARED), ...ELSEWHERE];
    expect(CHANNELS.map(({ title }) => title).filter((title) => !tried.includes(title))).toEqual([]);
  });
});
