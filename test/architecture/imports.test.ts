import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
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

  it("fail to reach a development dependency from what is run, but for its types", () => {
    const copy = mkdtempSync(join(tmpdir(), "clover-imports-"));
    for (const file of ["package.json", "tsconfig.json", ".dependency-cruiser.cjs"]) cpSync(join(ROOT, file), join(copy, file)); // prettier-ignore
    symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
    mkdirSync(join(copy, "cli"));
    writeFileSync(join(copy, "cli/types.ts"), 'export type { Log } from "sarif";');
    writeFileSync(join(copy, "cli/runs.ts"), 'import "typescript"; import "zod";');
    const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "cli"];
    const depcruise = join(copy, "node_modules/.bin/depcruise");
    const { stdout } = spawnSync(depcruise, args, { cwd: copy, encoding: "utf8" });
    rmSync(copy, { recursive: true });
    const found = JSON.parse(stdout).summary.violations.map(({ rule, from }: any) => [rule.name, from]);
    expect(found).toEqual([["what is run needs no development dependency", "cli/runs.ts"]]);
  }, 60_000);
});
