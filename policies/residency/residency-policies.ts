import { judgedPlaces, type Context } from "../context";
import type { Hop } from "../hop";
import type { WholeEstate } from "../policy";
import { pass, type Verdict } from "../verdict";
import { flowUses, type FlowUse } from "./flow-uses";
import { proofOf, type Leak } from "./proof";

const GDPR = "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
const TRANSFERS =
  "https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-052021-interplay-between-application-article-3-and_en";

const nothingLeaves: WholeEstate = {
  kind: "whole",
  id: "RES-001",
  title: "Restricted data reaches no place and nobody outside the protected jurisdictions",
  severity: "critical",
  controls: ["A5", "A6", "A7", "A8", "A9"],
  rationale:
    "Once a copy is under another country's law, or somebody there can read it, no promise made here binds it any more. A way out is often several harmless steps in a row: each is followed to its end.",
  remediation:
    "Take one of the hops of the witness away: the one that leaves the protected jurisdictions, or one before.",
  sources: [GDPR, TRANSFERS],
  check: (context) =>
    judge(context, "restricted data within the protected jurisdictions", ({ verdict, restricted }) =>
      verdict === "undecided" ? restricted : verdict === "leaves",
    ),
};

const everythingDeclared: WholeEstate = {
  kind: "whole",
  id: "RES-002",
  title: "Every channel between two places is declared: from where, to where, what, how and until when",
  severity: "high",
  controls: ["A5", "A9", "D34", "F46"],
  rationale: "What nobody declared nobody has weighed: who owns it, for what purpose, until when.",
  remediation: "Take the channel away, or declare a flow or an access for it in the estate.",
  sources: [GDPR],
  check: (context) =>
    judge(context, "a channel that the estate declares exactly", ({ verdict, restricted }) =>
      verdict === "undecided" ? !restricted : verdict === "undeclared",
    ),
};

const everyFlowUsed: WholeEstate = {
  kind: "whole",
  id: "RES-003",
  title: "Every declared flow is used",
  severity: "low",
  controls: ["A5"],
  rationale: "A permission that nothing needs is one that somebody will use for something else.",
  remediation: "Take the flow out of the estate, or deploy what it is for.",
  sources: [GDPR],
  check: declaredFlows,
};

/** The residency proof: every channel that can carry data is declared, and no path of restricted data ends outside. */
export const residency: readonly WholeEstate[] = [nothingLeaves, everythingDeclared, everyFlowUsed];

/** A pass for each channel that is as it must be, and for each stack that was looked at. */
function judge(context: Context, expected: string, concerns: (leak: Leak) => boolean): readonly Verdict[] {
  const { leaks, judged } = proofOf(context);
  const held = judged.filter(({ verdict }) => verdict === "internal" || verdict === "covered");
  return [
    ...leaks.filter(concerns).map((leak) => finding(leak, expected)),
    ...held.map(({ edge }) => pass(edge.at)),
    ...judgedPlaces(context).map(({ stack }) => pass({ stack, address: "stack", jsonPath: "" })),
  ];
}

function finding({ verdict, at, witness }: Leak, expected: string): Verdict {
  const outcome = verdict === "undecided" ? "undecided" : "fail";
  return { outcome, at, actual: describePath(witness), expected, verdict, witness };
}

function describePath(witness: readonly Hop[]): string {
  return witness.map(({ mechanism, from, to }) => `${mechanism} from ${from} to ${to}`).join(", then ");
}

function declaredFlows(context: Context): readonly Verdict[] {
  const verdicts = flowUses(context).map(judgeFlow);
  if (verdicts.length > 0) return verdicts;
  return context.model.stacks.map((stack) => ({
    outcome: "notApplicable",
    at: { stack, address: "stack", jsonPath: "" },
  }));
}

function judgeFlow({ flow: { id, from, to, mechanism }, isUsed, isRetired }: FlowUse): Verdict {
  const at = { stack: from, address: "stack", jsonPath: "" };
  if (isRetired) return { outcome: "notApplicable", at };
  if (isUsed === "yes") return pass(at);
  const expected = `a channel from ${from} to ${to} by ${mechanism}, as the flow ${id} declares`;
  if (isUsed === "no") return { outcome: "fail", at, actual: "none", expected, verdict: "unused", witness: [] };
  const actual = "one of which an expression decides whether it exists";
  return { outcome: "undecided", at, actual, expected, verdict: "undecided", witness: [] };
}
