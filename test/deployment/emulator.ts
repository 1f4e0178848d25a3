import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installedEmulator } from "../../cli/local/python";

/** An emulator of its own, with nothing in it. Whoever starts it ends it. */
export function emulator(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const seed = join(mkdtempSync(join(tmpdir(), "clover-seed-")), "seed.json");
  const organization = { id: "o-cloverlocal1", managementAccount: "100000000001", accounts: [] };
  writeFileSync(seed, JSON.stringify({ organization, keys: [] }));
  const server = join(__dirname, "../../emulator/server.py");
  const child = spawn(
    installedEmulator(() => {}),
    [server, "--port", "0", "--seed", seed],
  );
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("the emulator ended")));
    child.stdout.on("data", (text: Buffer) => {
      const url = /listening on (\S+)/.exec(text.toString())?.[1];
      if (url) resolve({ url, child });
    });
  });
}
