import { loadEstate } from "../../../config/load";
import type { Resources } from "../../../policies/examples";
import { CHANNELS } from "../../../policies/residency/channels";
import { proofOf } from "../../../policies/residency/proof";
import { sampleContext } from "../../support/sample-context";
import { TODAY } from "../../support/estates";
import { ELSEWHERE, LEAVING, UNDECLARED } from "./mechanisms";

const estate = loadEstate("local", { today: TODAY });

function verdictsOf(mechanism: string, resources: Resources): readonly string[] {
  const { leaks } = proofOf(sampleContext(resources, estate, TODAY));
  return leaks
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

  it("is tried", () => {
    const tried = [...Object.keys(LEAVING), ...Object.keys(UNDECLARED), ...ELSEWHERE];
    expect(CHANNELS.map(({ title }) => title).filter((title) => !tried.includes(title))).toEqual([]);
  });
});
