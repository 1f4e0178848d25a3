import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import type { Estate } from "../../config/estate";
import { monitorPlace, operatorPlaces } from "../../config/places";
import { estateOption, type OfEstate } from "../estate-option";
import { Failure } from "../failure";
import { inQuotes } from "../in-quotes";
import { judgingEstate } from "../judging";
import { runningEmulator, stopEmulator } from "../local/emulator";
import { localEnvironment, UNSET } from "../local/environment";
import { putRecords } from "../local/records/put-records";
import { requireLocalState, up } from "../local/up";
import { verify } from "../local/verify";
import { Cloud } from "../aws/cloud";
import { say } from "../say";
import { table } from "../table";
import { findTerraform } from "../terraform/find-terraform";

/** A day and an hour: what `audit verify` looks at unasked, whenever it is asked within the hour. */
const RECORDED_HOURS = 25;

/** The estate to deploy here, with what a person must see first said. What is started for it reads the environment. */
function estateToDeploy({ estate: named }: OfEstate): Estate {
  const { estate, file } = judgingEstate(named);
  if (named !== undefined) process.env["CLOVER_ESTATE"] = resolve(file);
  requireLocalState(estate);
  return estate;
}

const tell = (message: string) => say(`${new Date().toISOString().slice(11, 19)}  ${message}`);

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
    .addOption(estateOption())
    .action(async (only: readonly string[], options: OfEstate) => up(estateToDeploy(options), only, tell));
  local
    .command("verify")
    .description("read back through AWS's SDK what must hold")
    .addOption(estateOption())
    .action(async (options: OfEstate) => {
      const estate = estateToDeploy(options);
      const { url } = await requireEmulator(estate);
      if (!(await verify(estate, url))) process.exitCode = 1;
    });
  local
    .command("records")
    .description(
      "play AWS's log services, which write nothing in an emulator: put the records that they would have put",
    )
    .option("--hours <number>", "how many full hours, up to the last", hoursGiven, RECORDED_HOURS)
    .addOption(estateOption())
    .action(async ({ hours, ...options }: OfEstate & { readonly hours: number }) => {
      const estate = estateToDeploy(options);
      const { url } = await requireEmulator(estate);
      const { since, until, put } = await putRecords(estate, url, hours, new Date());
      const rows = put.map(({ stack, from, objects }) => [
        stack,
        from.toISOString(),
        until.toISOString(),
        String(objects),
      ]);
      say(table(["Stack", "From", "Until", "Objects"], rows));
      say("Their formats, places and signatures are AWS's; what they tell of is made up.");
      say(`npx clover audit verify --since ${since.toISOString()} --until ${until.toISOString()}`);
    });
  local
    .command("down")
    .description("stop the emulator that `up` started, and forget what was deployed")
    .addOption(estateOption())
    .action(async (options: OfEstate) => {
      const estate = estateToDeploy(options);
      const stopped = await stopEmulator(estate.name);
      say(stopped ? "The emulator is stopped, and what was deployed to it forgotten." : "Nothing was running.");
    });
  local
    .command("env")
    .description('settings for using cdktf by hand: eval "$(npx clover local env)"')
    .argument("[stack]", "whose deploy role to be: for AWS's own tools, and not for cdktf")
    .addOption(estateOption())
    .action(async (stack: string | undefined, options: OfEstate) => {
      const estate = estateToDeploy(options);
      const { url } = await requireEmulator(estate);
      const settings = {
        ...localEnvironment(url, await findTerraform()),
        ...(stack ? await roleOf(estate, url, stack) : {}),
        ...(options.estate === undefined ? {} : { CLOVER_ESTATE: process.env["CLOVER_ESTATE"]! }),
      };
      for (const name of UNSET) say(`unset ${name}`);
      for (const [name, value] of Object.entries(settings)) {
        say(`export ${name}=${inQuotes(value)}`);
      }
    });
  return local;
}

/** Credentials of the deploy role of a stack's account. */
async function roleOf(estate: Estate, url: string, stack: string): Promise<Record<string, string>> {
  const places = [monitorPlace(estate), ...operatorPlaces(estate)];
  const place = places.find((candidate) => candidate.stack === stack);
  if (!place) throw new Failure(`There is no stack ${stack}: they are ${places.map((one) => one.stack).join(", ")}.`);
  const { credentials, region } = await new Cloud(estate, url).at(place);
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken ? { AWS_SESSION_TOKEN: credentials.sessionToken } : {}),
    AWS_REGION: region,
  };
}

function hoursGiven(text: string): number {
  const hours = Number(text);
  if (!Number.isInteger(hours) || hours < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return hours;
}
