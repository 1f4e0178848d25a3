import { Command } from "commander";
import { describeEstate } from "../estate-tables";
import { estateOption, type OfEstate } from "../estate-option";
import { judgingEstate, namedEstate } from "../judging";
import { say } from "../say";

interface Options extends OfEstate {
  readonly json?: boolean;
}

export function estateCommand(): Command {
  return new Command("estate")
    .description("print the chosen estate, which one that is first: its places, its permissions, and what expires when")
    .addOption(estateOption())
    .option("--json", "print it as JSON, and which one that is on standard error")
    .action(({ estate: named, json }: Options) => {
      if (json) {
        say(JSON.stringify(judgingEstate(named).estate, null, 2));
        return;
      }
      const { estate, today, notices } = namedEstate(named);
      for (const notice of notices) say(notice);
      say(describeEstate(estate, today));
    });
}
