import type { Answer } from "../../answer";
import { every, some } from "../../answer";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { fail, pass, undecided, type Location, type Verdict } from "../../verdict";
import { inAccount, stackAt } from "../in-account";
import { mustNotExist } from "../in-every-stack";
import { inEveryAccount } from "./in-every-account";

const ANALYZER = "aws_accessanalyzer_analyzer";
/** Archives what an analyzer finds before anybody sees it. */
const SILENCER = "aws_accessanalyzer_archive_rule";
/** Older than a quarter of a year, unused access is forgotten access. */
const LONGEST_UNUSED_DAYS = 90;

const external = (analyzer: Resource): Answer => analyzer.value("type").is("ACCOUNT", "ORGANIZATION");
const unused = (analyzer: Resource): Answer =>
  every([
    analyzer.value("type").is("ACCOUNT_UNUSED_ACCESS", "ORGANIZATION_UNUSED_ACCESS"),
    reportedInTime(analyzer),
    excludesNobody(analyzer),
  ]);
const WANTED = [
  ["an analyzer of access from outside", external],
  [`an analyzer of access that is unused for at most ${LONGEST_UNUSED_DAYS} days`, unused],
] as const;

export const accessAnalyzed: WholeEstate = {
  kind: "whole",
  id: "ACC-006",
  title: "Access from outside and access that nobody uses is found in every declared account",
  severity: "medium",
  controls: ["G51"],
  rationale:
    "What was granted by mistake, or long ago, is how strangers come to users' data; nobody sees it who does not look for it.",
  remediation: "Build every account's stack on AccountBaseline.",
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html"],
  construct: "account/account-baseline",

  check(context) {
    return inEveryAccount(context, (place) => {
      const analyzers = inAccount(context, place, ANALYZER);
      const silencers = context.model.resourcesIn(place.stack, SILENCER);
      return [
        ...WANTED.map((wanted) => hasOne(analyzers, wanted, stackAt(place.stack))),
        ...silencers.map((silencer) => mustNotExist(silencer, "findings that somebody sees")),
      ];
    });
  },
};

function hasOne(analyzers: readonly Resource[], [expected, isWanted]: (typeof WANTED)[number], at: Location): Verdict {
  const found = analyzers.find((analyzer) => surely(analyzer, isWanted) === "yes");
  if (found) return pass(found.root.at);
  const answer = some(analyzers.map((analyzer) => surely(analyzer, isWanted)));
  return answer === "no" ? fail(at, "none", expected) : undecided(at, "cannot be known before deployment", expected);
}

function surely(analyzer: Resource, isWanted: (analyzer: Resource) => Answer): Answer {
  return every([isWanted(analyzer), analyzer.exists]);
}

/** Without a number AWS reports after 90 days. */
function reportedInTime(analyzer: Resource): Answer {
  const days = analyzer.value("configuration[0].unused_access[0].unused_access_age");
  if (days.isUnknown) return "unknown";
  return days.isAbsent || Number(days.text) <= LONGEST_UNUSED_DAYS ? "yes" : "no";
}

function excludesNobody(analyzer: Resource): Answer {
  const rule = analyzer.value("configuration[0].unused_access[0].analysis_rule");
  if (rule.isUnknown) return "unknown";
  return rule.items().length === 0 ? "yes" : "no";
}
