import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { interrupt, isDeploying, kill } from "../../../cli/local/deploying";
import { until } from "../../support/until";

const folder = mkdtempSync(join(tmpdir(), "clover-deploying-"));
const [cdktf, terraform] = [join(folder, "cdktf.js"), join(folder, "terraform.js")];
/** Says that it is there, and ends when it is interrupted, which it says too. */
const PROCESS = `
  const say = (word) => require("node:fs").appendFileSync(__filename + ".said", word + " ");
  process.on("SIGINT", () => { say("stopped"); process.exit(); });
  say("up");`;
writeFileSync(terraform, `${PROCESS} setInterval(() => {}, 1000);`);
// As cdktf does it: Terraform in a session of its own.
writeFileSync(
  cdktf,
  `${PROCESS}
  const options = { argv0: "terraform", detached: true, stdio: "ignore" };
  const child = require("node:child_process").spawn(process.execPath, ["${terraform}", "apply"], options);
  child.once("close", () => process.env.STAYS ? setInterval(() => {}, 1000) : process.exit());`,
);
const said = (script: string) => readFileSync(`${script}.said`, "utf8").trim();
const shortly = (isSo: () => boolean) => until(async () => isSo(), 20);

async function deploy(more: NodeJS.ProcessEnv = {}): Promise<number> {
  for (const script of [cdktf, terraform]) writeFileSync(`${script}.said`, "");
  const env = { ...process.env, ...more };
  const { pid } = spawn(process.execPath, [cdktf], { detached: true, stdio: "ignore", env });
  await shortly(() => said(terraform) === "up");
  return pid!;
}

describe("a deployment", () => {
  it("is interrupted where it is Terraform's, and cdktf ends by itself", async () => {
    const leader = await deploy();
    expect(isDeploying(leader)).toBe(true);
    interrupt(leader);
    await shortly(() => !isDeploying(leader));
    expect([said(terraform), said(cdktf)]).toEqual(["up stopped", "up"]);
  });

  it("is interrupted as a whole while no Terraform runs", async () => {
    const leader = await deploy({ STAYS: "yes" });
    interrupt(leader);
    await shortly(() => said(terraform) === "up stopped");
    await shortly(() => {
      interrupt(leader);
      return !isDeploying(leader);
    });
    expect(said(cdktf)).toBe("up stopped");
  });

  it("is killed, Terraform in its own session too", async () => {
    const leader = await deploy();
    kill(leader);
    await shortly(() => !isDeploying(leader));
    expect([said(terraform), said(cdktf)]).toEqual(["up", "up"]);
    // Nothing of it is left that is nobody's child.
    expect(spawnSync("pgrep", ["-f", terraform], { encoding: "utf8" }).stdout).toBe("");
  });
});

it("is no deployment what is a stranger's, which nothing ends", async () => {
  const stranger = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
  await shortly(() => stranger.pid !== undefined);
  expect(isDeploying(stranger.pid!)).toBe(false);
  interrupt(stranger.pid!);
  kill(stranger.pid!);
  expect(process.kill(stranger.pid!, 0)).toBe(true);
  process.kill(stranger.pid!, "SIGKILL");
});
