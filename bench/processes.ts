import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../config/root";

/** A bench's file in a process of its own, with as much memory as it wants: the last line that it prints. */
export function runApart(file: string, ...args: readonly string[]): string {
  const own = ["--max-old-space-size=12000", join(ROOT, "run.mjs"), join("bench", file), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, own, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")} failed: ${stderr}`);
  return stdout.split("\n").at(-1)!;
}
