import { Command } from "commander";
import { judgedDay } from "../../config/chosen";
import { review } from "../../review/review";
import { unlessUnreadable } from "../judging";
import { SYNTHESIZED } from "../project";
import { estateFilesRead, filesRead } from "../files-read";
import { REVIEW_FORMATS } from "../report/review/formats";
import { sidesOf } from "../reviewing";
import { note } from "../say";
import { filesOf, wantedReports, type Wanted } from "../wanted-reports";
import { mustBeWritable, writeReport } from "../write-report";

interface Options {
  readonly base?: readonly string[];
  readonly head: readonly string[];
  readonly baseEstate?: string;
  readonly headEstate?: string;
}

export function reviewCommand(): Command {
  const command = new Command("review")
    .description(
      "compare two versions: what gets weaker, leaves, opens, is destroyed, gets stronger, and who must approve",
    )
    .option("--base <path...>", "what it was: as for check; otherwise what the plans of --head found deployed")
    .option("--head <path...>", "what it shall be: as for check", [SYNTHESIZED])
    .option("--base-estate <name or file>", "of the base; otherwise estate.json beside it, else CLOVER_ESTATE")
    .option("--head-estate <name or file>", "of the head; otherwise estate.json beside it, else CLOVER_ESTATE");
  const wanted = wantedReports(command, Object.keys(REVIEW_FORMATS), true);
  return command.action((options: Options) => runReview(options, wanted()));
}

/** @throws Failure when the review itself cannot run */
function runReview({ base = [], head, baseEstate, headEstate }: Options, wanted: readonly Wanted[]): void {
  const estates = [baseEstate, headEstate, process.env["CLOVER_ESTATE"]].flatMap((named) =>
    named ? estateFilesRead(named) : [],
  );
  mustBeWritable(filesOf(wanted), [...filesRead([...base, ...head]), ...estates]);
  const { today, notices } = judgedDay(process.env);
  for (const notice of notices) note(notice);
  const found = unlessUnreadable(() => {
    const sides = sidesOf({ paths: base, estate: baseEstate }, { paths: head, estate: headEstate }, today);
    return review(sides.base, sides.head, today);
  });
  for (const { format, file } of wanted) writeReport(REVIEW_FORMATS[format]!(found), file);
  if (found.isGrave) process.exitCode = 1;
}
