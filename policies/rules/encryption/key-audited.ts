import { auditorArns } from "../../../config/names";
import { declaredPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, notApplicable, undecided, type Verdict } from "../../verdict";
import { arnOf } from "../arn-of";
import { EVERYTHING } from "../everything";
import { mayAs } from "../identity/role-needs";
import { stackAt } from "../in-account";
import { ownPolicies } from "../own-policies";
import { serviceLinkedRole } from "../service-linked-role";
import { KEY_TYPES, judgeKeyPolicy } from "./key-policy";

const BY_ANALYZER = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:ListGrants", "kms:ListKeyPolicies"];
const BY_ANYBODY = [...BY_ANALYZER, "kms:GetKeyRotationStatus"];

export const keyAudited: WholeEstate = {
  kind: "whole",
  id: "ENC-015",
  title: "Who audits an account can read how each of its keys is configured",
  severity: "high",
  controls: ["D30", "E40", "G51"],
  rationale:
    "No policy of a role has any effect on a key that does not let it. A key that keeps the monitor, AWS Config and Access Analyzer out can be opened to anybody, and none of those who watch sees it.",
  remediation:
    "Build the key with DataKey, which lets the auditors of its account and AWS's own roles read its configuration.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-using-service-linked-roles.html",
  ],
  construct: "encryption/data-key",

  check(context) {
    return context.model.stacks.flatMap((stack) => {
      const asked = context.model.resourcesIn(stack, ...KEY_TYPES).map((key) => isAudited(key, context));
      return asked.length > 0 ? asked : [notApplicable(stackAt(stack))];
    });
  },
};

function isAudited(key: Resource, context: Context): Verdict {
  const { at } = key.root;
  const place = declaredPlaces(context.estate).find(({ account }) => account === key.account);
  if (!place) return undecided(at, `account ${key.account}`, "a declared account");
  const auditors = auditorArns(context.estate, place).map((arn) => mayRead(arn, key, BY_ANYBODY, context));
  return judgeKeyPolicy(key, () =>
    all(
      mayRead(serviceLinkedRole(key, "config.amazonaws.com", "AWSServiceRoleForConfig"), key, BY_ANYBODY, context),
      mayRead(
        serviceLinkedRole(key, "access-analyzer.amazonaws.com", "AWSServiceRoleForAccessAnalyzer"),
        key,
        BY_ANALYZER,
        context,
      ),
      ...auditors,
    ),
  );
}

/** What a role holds is asked of the auditor's, and AWS writes for its own: here it is asked what the key takes from them. */
function mayRead(arn: string, key: Resource, actions: readonly string[], context: Context): Verdict {
  const { account, region } = key;
  const reader = { arn, account, region, at: key.value("policy").at };
  const need = { actions, resource: arnOf(key), guards: ownPolicies(key), isSole: true };
  return mayAs(reader, { identity: [EVERYTHING] }, context)(need);
}
