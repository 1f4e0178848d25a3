import { Command } from "commander";
import { chosenEstate } from "../../config/chosen";
import { describeEstate } from "../estate-tables";

export function estateCommand(): Command {
  return new Command("estate")
    .description("print the chosen estate: its places, its permissions, and what expires when")
    .option("--json", "print it as JSON")
    .action(({ json }: { readonly json?: boolean }) => {
      const { estate, today, notices } = chosenEstate(process.env);
      if (json) {
        console.log(JSON.stringify(estate, null, 2));
        return;
      }
      for (const notice of notices) console.log(notice);
      console.log(describeEstate(estate, today));
    });
}
