import { isWordOfPolicies } from "../../../policies/access/words-of-policies";
import { worldOf } from "../../../policies/rules/estate-world";
import { declaredEstate } from "../../support/estates";

describe("the names of an estate's stacks", () => {
  const estate = declaredEstate("local");
  const siteCalled = (id: string) => ({ ...estate, sites: estate.sites.map((site) => ({ ...site, id })) });

  it("mean nothing but themselves", () => {
    expect([...worldOf(estate).names!].sort()).toEqual(["dublin", "enclave", "ireland-2", "monitor", "norway"]);
  });

  it.each(["deny", "role", "kms", "key", "log-group", "externalid", "user"])(
    "fails when %s, which policies say something by, is taken for a mere name",
    (word) => {
      expect(isWordOfPolicies(word)).toBe(true);
      expect(worldOf(siteCalled(word)).names!.has(word)).toBe(false);
    },
  );
});
