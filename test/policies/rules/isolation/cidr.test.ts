import { isWithin, overlap } from "../../../../policies/rules/isolation/cidr";

describe("networks", () => {
  it.each([
    ["10.16.0.0/20", "10.16.0.0/16"],
    ["10.16.0.0/16", "10.16.0.0/16"],
    ["10.16.255.255/32", "10.16.0.0/16"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    // The bits behind the prefix do not count.
    ["10.16.5.0/16", "10.16.0.0/16"],
  ])("%s is within %s", (inner, outer) => {
    expect(isWithin(inner, outer)).toBe(true);
  });

  it.each([
    ["10.0.0.0/8", "10.16.0.0/16"],
    ["10.17.0.0/16", "10.16.0.0/16"],
    ["0.0.0.0/0", "10.16.0.0/16"],
    ["::/0", "0.0.0.0/0"],
    ["10.16.0.0", "10.16.0.0/16"],
    ["10.16/16", "10.16.0.0/16"],
    ["0x0a.16.0.0/16", "10.16.0.0/16"],
    ["", "10.16.0.0/16"],
    ["ANY", "0.0.0.0/0"],
  ])("'%s' is not within %s", (inner, outer) => {
    expect(isWithin(inner, outer)).toBe(false);
  });

  it("overlap whichever is the larger, and do not when they are apart", () => {
    expect(overlap("10.0.0.0/8", "10.16.0.0/16")).toBe(true);
    expect(overlap("10.16.0.0/16", "10.0.0.0/8")).toBe(true);
    expect(overlap("10.16.0.0/16", "10.17.0.0/16")).toBe(false);
  });
});
