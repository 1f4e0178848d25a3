import { Command } from "commander";
import { chosenEstate } from "../../config/chosen";
import { describeEstate } from "../estate-tables";
import { say } from "../say";

export function estateCommand(): Command {
  return new Command("estate")
    .description("print the chosen estate: its places, its permissions, and what expires when")
    .option("--json", "print it as JSON")
    .action(({ json }: { readonly json?: boolean }) => {
      const { estate, today, notices } = chosenEstate(process.env);
      if (json) {
        say(JSON.stringify(estate, null, 2));
        return;
      }
      for (const notice of notices) say(notice);
      say(describeEstate(estate, today));
    });
}
