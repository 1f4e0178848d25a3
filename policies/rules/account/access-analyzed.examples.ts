import type { Examples } from "../../examples";

const external = { outside: { analyzer_name: "outside", type: "ACCOUNT" } };
const unused = (unused_access_age?: unknown, more: object = {}) => ({
  unused: {
    analyzer_name: "unused",
    type: "ACCOUNT_UNUSED_ACCESS",
    configuration: { unused_access: { unused_access_age, ...more } },
  },
});

export const accessAnalyzedExamples: Examples = {
  policy: "ACC-006",
  pass: {
    "both are looked for": { aws_accessanalyzer_analyzer: { ...external, ...unused(90) } },
    "the age is AWS's default": { aws_accessanalyzer_analyzer: { ...external, ...unused() } },
  },
  fail: {
    "what they find is archived unseen": {
      aws_accessanalyzer_analyzer: { ...external, ...unused(90) },
      aws_accessanalyzer_archive_rule: { all: { analyzer_name: "outside", rule_name: "all" } },
    },
    "unused access of some is not looked for": {
      aws_accessanalyzer_analyzer: {
        ...external,
        ...unused(90, { analysis_rule: { exclusion: [{ resource_tags: [{ "data-class": "restricted" }] }] } }),
      },
    },
    "nobody looks": {},
    "nobody looks for access from outside": { aws_accessanalyzer_analyzer: unused(90) },
    "nobody looks for unused access": { aws_accessanalyzer_analyzer: external },
    "unused access is reported after a year": { aws_accessanalyzer_analyzer: { ...external, ...unused(365) } },
  },
  undecided: {
    "an expression decides whether findings are archived": {
      aws_accessanalyzer_analyzer: { ...external, ...unused(90) },
      aws_accessanalyzer_archive_rule: { all: { analyzer_name: "outside", count: "${var.quiet}" } },
    },
    "a variable says after how many days": { aws_accessanalyzer_analyzer: { ...external, ...unused("${var.days}") } },
    "an expression decides whether there is an analyzer": {
      aws_accessanalyzer_analyzer: { outside: { ...external.outside, count: "${var.analyzers}" }, ...unused(90) },
    },
  },
};
