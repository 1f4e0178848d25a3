import { declaredEstate, ESTATES, readStacks, resourcesOf, writeEstate } from "../support/estates";

describe.each(ESTATES)("the %s estate", (name) => {
  const stacks = readStacks(writeEstate(declaredEstate(name)));

  // Addresses are a public contract: a line that changes here is a state move.
  it.each([...stacks.keys()])("declares exactly these resources in %s", (stack) => {
    const addresses = resourcesOf(stacks)
      .filter((resource) => resource.stack === stack)
      .map((resource) => resource.address);
    expect(addresses.sort()).toMatchSnapshot();
  });
});
