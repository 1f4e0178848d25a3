import { grants } from "../../access/question";
import type { EachResource } from "../../policy";
import { all, notApplicable } from "../../verdict";
import { beyond } from "../beyond";
import { worldOf } from "../estate-world";
import { nothingGranted } from "../nothing-granted";
import { policiesOf, typesWithPolicies } from "../policy-values";
import { ATTRIBUTE_GRANTS, grantInAttributes } from "./attribute-grants";
import { declaredVisitors } from "./declared-visitors";

export const resourcePolicies: EachResource = {
  kind: "each",
  id: "IDN-012",
  title: "No resource lets in anybody of another account, nor a service for one, but whom the estate sends there",
  severity: "critical",
  controls: ["E37", "E38", "E39", "H61"],
  rationale:
    "A resource's own policy is enough to let a stranger in: one wildcard, or one service that does not have to say for whom it acts, and the data can be reached from any account in the world.",
  remediation:
    "Name the account: aws:SourceAccount or aws:SourceArn for a service, aws:PrincipalAccount for a wildcard; declare the flow that is missing.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html",
  ],
  construct: "iam/access-perimeter",
  types: [...typesWithPolicies("resource"), ...ATTRIBUTE_GRANTS],

  check(resource, { estate }) {
    const written = [...policiesOf(resource, "resource"), ...grantInAttributes(resource)];
    const [first, ...others] = written.map(({ value, document }) => {
      const permitted = declaredVisitors(resource, JSON.stringify(document), estate);
      const found = grants(beyond(document, permitted), {
        principals: [
          { kind: "outside", accounts: [resource.account] },
          { kind: "anonymous" },
          { kind: "service" },
          { kind: "federated" },
        ],
        actions: ["*"],
        resources: ["*"],
        world: worldOf(estate, resource.account),
      });
      return nothingGranted(value.at, found, "nobody beyond this account and whom the estate declares");
    });
    return first ? all(first, ...others) : notApplicable(resource.root.at);
  },
};
