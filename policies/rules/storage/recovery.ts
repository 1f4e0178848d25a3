import { some } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { declaredKind } from "../declared-kind";
import { inPlaceOf } from "../in-place";
import { selects } from "./backup-selection";
import { RECOVERABLE } from "./recoverable";

export const recovery: EachResource = {
  kind: "each",
  id: "STO-006",
  title: "Restricted data of a site can be restored: to any moment where the store can, and from a backup in any case",
  severity: "high",
  controls: ["H63", "G52"],
  rationale:
    "People's data that a mistake or an attacker has overwritten is lost to them unless an older state is kept where neither can reach it.",
  remediation:
    "Build the store with UserDataStore: its table keeps every moment of 35 days, and its vault backs up table and bucket every day.",
  sources: [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  ],
  construct: "storage/user-data-store",
  types: Object.keys(RECOVERABLE),

  check(store, context) {
    const kind = declaredKind(context, store.stack);
    // The enclave's data comes home instead (no backup may outlive it), and what the monitor keeps is locked.
    const kept = kind === "site" || kind === "undeclared";
    if (!kept || store.dataClass !== "restricted") return notApplicable(store.root.at);
    const { keepsMoments, ownBackups } = RECOVERABLE[store.type]!;
    const moments = keepsMoments?.(store) ?? pass(store.root.at);
    return ownBackups ? moments : all(moments, isSelected(store, context));
  },
};

function isSelected(store: Resource, { model }: Context): Verdict {
  const expected = "an aws_backup_selection that names it";
  const selections = inPlaceOf(store, "aws_backup_selection", model);
  const answers = selections.map((selection) => selects(selection, store));
  if (some(answers) === "yes") return pass(store.root.at);
  if (some(answers) === "unknown") return undecided(store.root.at, "perhaps a selection of it", expected);
  return fail(store.root.at, "no backup", expected);
}
