import { isMonitorsOwn, ownFolderCovers, verdictKey } from "../../audit/monitors-own";

const [FROM, TO] = [new Date("2026-11-24T00:00:00Z"), new Date("2026-11-25T00:00:00Z")];

describe("what the monitor itself writes into an archive", () => {
  it("is a verdict on each day, and what verification tries", () => {
    expect(verdictKey("dublin", FROM)).toBe("validation/dublin/2026/11/24.json");
    expect(isMonitorsOwn(verdictKey("dublin", FROM), "dublin")).toBe(true);
    expect(isMonitorsOwn("verification/probe.txt", "dublin")).toBe(true);
  });

  it.each([
    "validation/norway/2026/11/24.json",
    "validation/dublin/2026/13/24.json",
    "validation/dublin/2026/11/24.json.gz",
    "validation/dublin/more/2026/11/24.json",
    "verification/another.txt",
    "dublin/AWSLogs/200000000002/2026/11/24.json",
  ])("fails when it is anything else: %s", (key) => {
    expect(isMonitorsOwn(key, "dublin")).toBe(false);
  });

  it("lies in folders of its own, by year and month", () => {
    const covers = (folder: string) => ownFolderCovers(folder, "dublin", FROM, TO);
    for (const folder of ["verification/", "validation/", "validation/dublin/", "validation/dublin/2026/11/"]) {
      expect(covers(folder)).toBe(true);
    }
    expect([covers("validation/dublin/2025/"), covers("validation/dublin/2026/10/")]).toEqual([false, false]);
    for (const folder of ["validation/norway/", "validation/dublin/2026/11/24/", "validation/dublin/more/", "more/"]) {
      expect(covers(folder)).toBeUndefined();
    }
  });
});
