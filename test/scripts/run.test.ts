import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const options = { cwd: tmpdir(), encoding: "utf8", env: { ...process.env, ...env } } as const;
  return spawnSync(process.execPath, [join(ROOT, "run.mjs"), ...args], options);
}

describe("run.mjs", () => {
  it("runs a program from any folder, with its arguments, what it imports later and what is installed", () => {
    const { status, stdout } = run(["test/scripts/fixtures/program.ts", "one", "--two"]);
    expect(JSON.parse(stdout)).toEqual({
      root: ROOT,
      asked: ["one", "--two"],
      digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      parsed: 1,
    });
    expect(status).toBe(0);
  });

  it("shows by CLOVER_DEBUG where in its TypeScript a program failed", () => {
    const failing = ["test/scripts/fixtures/program.ts", "fail"];
    const { status, stderr } = run(failing, { CLOVER_DEBUG: "1" });
    expect(stderr).toMatch(/as it was asked to[^]*fixtures\/program\.ts:10:/);
    expect(status).toBe(1);
  });

  it("names a program that is not there", () => {
    const { status, stderr } = run(["scripts/nothing.ts"]);
    expect(stderr).toContain("scripts/nothing.ts");
    expect(status).toBe(1);
  });
});
