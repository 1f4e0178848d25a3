import { ENCLAVE } from "../../../config/places";
import { allowsAny } from "../../access/evaluate";
import { grants } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { beyond } from "../beyond";
import { denialOf } from "../denial-of";
import { worldOf } from "../estate-world";
import { assumption, trustOf } from "../identity/access-trust";
import { heldPolicies } from "../identity/held-policies";
import { stackAt } from "../in-account";
import { nothingGranted } from "../nothing-granted";
import { mayIn } from "../identity/role-needs";
import { mayAssume } from "../identity/working-role";
import { dutiesOf, type Duty } from "./drain-duties";
import { ofEnclave } from "./of-enclave";

export const drainRoles: WholeEstate = {
  kind: "whole",
  id: "ENV-011",
  title: "The roles of the drain are there while the enclave is draining, start it, and do nothing else",
  severity: "critical",
  controls: ["A5", "F46", "H62"],
  rationale:
    "The drain's roles are let past what everybody else is denied. One that could also read, or name another destination, would be a way out of the enclave.",
  remediation: "Build the roles with DrainRoles.",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-policies.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html",
  ],
  construct: "enclave/drain-roles",

  check(context) {
    return ofEnclave(context, () => [
      pass(stackAt(ENCLAVE)),
      ...dutiesOf(context).flatMap((duty) => onlyItsDuty(duty, context)),
    ]);
  },
};

function onlyItsDuty(duty: Duty, context: Context): readonly Verdict[] {
  const roles = context.model.resources("aws_iam_role").filter((role) => role.attribute("arn") === duty.arn);
  const isDraining = context.estate.enclave.phase === "draining";
  if (roles.length === 0 && isDraining)
    return [fail(stackAt(ENCLAVE), `no role ${duty.arn}`, "the roles of the drain")];
  return roles.flatMap((role) => [
    assumedBy(role, duty, context),
    does(role, duty, context),
    ...(isDraining ? [starts(role, duty, context)] : []),
  ]);
}

function assumedBy(role: Resource, { actors }: Duty, context: Context): Verdict {
  const found = grants(beyond(trustOf(role), actors), assumption(role, context, { principals: [{ kind: "anyone" }] }));
  return nothingGranted(role.value("assume_role_policy").at, found, "nobody but whom the drain is for");
}

function does(role: Resource, { arn, work }: Duty, context: Context): Verdict {
  const { written, unread } = heldPolicies(role, context);
  const found = allowsAny(
    { identity: [...written.map(({ document }) => document), denialOf(work)] },
    {
      principals: [{ kind: "principal", arn }],
      actions: ["*"],
      resources: ["*"],
      world: worldOf(context.estate, role.account),
    },
  );
  const expected = "what the drain needs and nothing else";
  return all(
    nothingGranted(written[0]?.value.at ?? role.root.at, [found], expected),
    ...unread.map((value) => undecided(value.at, `a policy that is not in the output: ${value.legible}`, expected)),
  );
}

/** By all policies that bind it: a drain that something refuses has to be seen before the day on which it begins. */
function starts(role: Resource, { actor, needs }: Duty, context: Context): Verdict {
  return all(mayAssume(actor, role, context), ...needs.map(mayIn(role, context)));
}
