import { Command } from "commander";
import { chosenEstate } from "../../config/chosen";
import type { Estate } from "../../config/estate";
import { Failure } from "../failure";
import { runningEmulator, stopEmulator } from "../local/emulator";
import { localEnvironment, UNSET } from "../local/environment";
import { requireLocalState, up } from "../local/up";
import { verify } from "../local/verify";
import { findTerraform } from "../terraform/find-terraform";

/** The estate to deploy here, with what a person must see first said. */
function estateToDeploy(): Estate {
  const { estate, notices } = chosenEstate(process.env);
  for (const notice of notices) console.error(notice);
  requireLocalState(estate);
  return estate;
}

const tell = (message: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${message}`);

async function requireEmulator(estate: Estate) {
  const running = await runningEmulator(estate.name);
  if (running) return running;
  throw new Failure(`Nothing is deployed for the estate ${estate.name}: run \`npx clover local up\` first.`);
}

export function localCommand(): Command {
  const local = new Command("local").description("the whole estate on a local AWS emulator, through real Terraform");
  local
    .command("up")
    .description("deploy every stack; a run that was stopped goes on")
    .argument("[stack...]", "these stacks alone")
    .action(async (only: readonly string[]) => up(estateToDeploy(), only, tell));
  local
    .command("verify")
    .description("read back through AWS's SDK what must hold")
    .action(async () => {
      const estate = estateToDeploy();
      const { url } = await requireEmulator(estate);
      if (!(await verify(estate, url))) process.exitCode = 1;
    });
  local
    .command("down")
    .description("stop the emulator that `up` started, and forget what was deployed")
    .action(async () => {
      const estate = estateToDeploy();
      const stopped = await stopEmulator(estate.name);
      console.log(stopped ? "The emulator is stopped, and what was deployed to it forgotten." : "Nothing was running.");
    });
  local
    .command("env")
    .description('settings for using cdktf by hand: eval "$(npx clover local env)"')
    .action(async () => {
      const estate = estateToDeploy();
      const { url } = await requireEmulator(estate);
      for (const name of UNSET) console.log(`unset ${name}`);
      for (const [name, value] of Object.entries(localEnvironment(url, await findTerraform()))) {
        console.log(`export ${name}='${value.replaceAll("'", "'\\''")}'`);
      }
    });
  return local;
}
