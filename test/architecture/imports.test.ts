import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

describe("imports", () => {
  it("point one way, without circles, and reach the provider deeply", () => {
    const depcruise = join(ROOT, "node_modules/.bin/depcruise");
    const folders = [
      "main.ts",
      "config",
      "constructs",
      "functions",
      "stacks",
      "policies",
      "review",
      "audit",
      "cli",
      "scripts",
      "bench",
    ];
    const output = execFileSync(
      depcruise,
      ["--config", ".dependency-cruiser.cjs", "--output-type", "json", ...folders],
      {
        cwd: ROOT,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    const { summary } = JSON.parse(output);
    expect(summary.violations).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(50);
  }, 60_000);
});
