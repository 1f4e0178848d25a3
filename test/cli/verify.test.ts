import { judge, type Check } from "../../cli/local/verify/check";
import { checksOf, report } from "../../cli/local/verify";
import { declaredEstate } from "../support/estates";

const check = (expected: unknown, observe: () => Promise<unknown>): Check => ({
  stack: "dublin",
  name: "bucket: is closed",
  control: "C25",
  expected,
  observe,
});

describe("a check", () => {
  it("holds when what is observed is what is expected", async () => {
    expect((await judge(check([true], async () => [true]))).holds).toBe(true);
  });

  it("fails when it is not, or is missing", async () => {
    expect((await judge(check([true], async () => [false]))).holds).toBe(false);
    expect((await judge(check([true], async () => [undefined]))).holds).toBe(false);
  });

  it("fails when nothing can be read back", async () => {
    const judged = await judge(check(true, () => Promise.reject(new Error("refused"))));
    expect(judged).toMatchObject({ holds: false, observed: "Error: refused" });
  });
});

describe("the report", () => {
  it("counts by stack, and tells each failure with what was expected and what was observed", async () => {
    const checked = await Promise.all([judge(check(1, async () => 1)), judge(check(1, async () => 2))]);
    const text = report(checked);
    expect(text).toMatch(/│ dublin │ bucket │ 2 +│ 1 +│ 1 +│/);
    expect(text).toContain("FAILED dublin: bucket: is closed [C25]\n  expected 1\n  observed 2");
    expect(text).toContain("2 checks: 1 held, 1 failed");
  });
});

describe("the checks of an estate", () => {
  const nobody = "http://127.0.0.1:9";
  const local = checksOf(declaredEstate("local"), nobody);

  it("look at every stack", () => {
    expect(new Set(local.map(({ stack }) => stack))).toEqual(
      new Set(["monitor", "organization", "dublin", "ireland-2", "norway", "enclave"]),
    );
    expect(local.length).toBeGreaterThan(180);
  });

  it("look for user data in active sites alone", () => {
    const production = checksOf(declaredEstate("production"), nobody);
    const stores = production.filter(({ name }) => name.startsWith("user-data bucket")).map(({ stack }) => stack);
    expect(new Set(stores)).toEqual(new Set(["dublin", "enclave"]));
  });

  it("each name the control that they are for", () => {
    for (const { control } of local) expect(control).toMatch(/^[A-H]\d+(, [A-H]\d+)*$/);
  });
});
