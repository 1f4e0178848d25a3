import type { Access } from "../../../config/estate";
import type { PolicyDocument } from "../../access/document";
import { allowsAny } from "../../access/evaluate";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, nearest, notApplicable, undecided, type Verdict } from "../../verdict";
import { arnOf } from "../arn-of";
import { worldOf } from "../estate-world";
import { keyOf } from "../key-of";
import { ownPolicies } from "../own-policies";
import { accessesAt, letsIn, tagsOf } from "./access-trust";
import { doorsTo, through } from "./doors";
import { heldPolicies } from "./held-policies";
import { usingKey } from "./using-key";
import { mayIn, type Need } from "./role-needs";

/** How the content of a type is read: the service, and its calls on what is in the store and on the store itself. */
const READING: Readonly<
  Record<string, { readonly service: string; readonly calls: (arn: string) => readonly Need[] }>
> = {
  aws_dynamodb_table: {
    service: "dynamodb",
    calls: (arn) => [{ actions: ["dynamodb:GetItem", "dynamodb:Query"], resource: arn }],
  },
  aws_s3_bucket: {
    service: "s3",
    calls: (arn) => [
      { actions: ["s3:ListBucket"], resource: arn },
      { actions: ["s3:GetObject"], resource: `${arn}/x` },
    ],
  },
};

export const accessReads: WholeEstate = {
  kind: "whole",
  id: "IDN-016",
  title: "What the people of a declared access are granted, nothing else refuses them, on any of its days",
  severity: "medium",
  controls: ["E40"],
  rationale:
    "A grant that a key, a bucket, an endpoint or a guardrail takes back looks like access wherever it is written. Who needs the data then finds another way to it, and that one is neither dated nor watched.",
  remediation:
    "Build the role with DataAccessRole and the store with UserDataStore, name the segment's endpoints as its doors, and leave to its people in the guardrails what they may read.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/services-s3.html",
  ],
  construct: "identity/data-access-role",

  check(context) {
    return context.model.stacks.flatMap((stack) => {
      const asked = accessesAt(context, stack).flatMap((access) =>
        rolesOf(access, context).map((role) => reads(role, access, context)),
      );
      return asked.length > 0 ? asked : [notApplicable({ stack, address: "stack", jsonPath: "" })];
    });
  },
};

/** Whether there is one is asked of the declared accesses. */
function rolesOf(access: Access, context: Context): readonly Resource[] {
  const roles = context.model.resourcesIn(access.at, "aws_iam_role");
  return roles.filter((role) => letsIn(role, access, context.today, context).answer !== "no");
}

function reads(role: Resource, access: Access, context: Context): Verdict {
  const { at } = role.root;
  const stores = context.model.resourcesIn(access.at, ...Object.keys(READING));
  const identity = heldPolicies(role, context).written.map(({ document }) => document);
  const granted = stores.filter((store) => grantsReading(identity, role, store, context));
  const [first, ...others] = granted.map((store) => readsStore(role, store, access, context));
  return first ? all(first, ...others) : fail(at, "none", `a store that access '${access.id}' can read`);
}

/** By a role's own policies alone, as far as they are known. */
function grantsReading(
  identity: readonly PolicyDocument[],
  role: Resource,
  store: Resource,
  context: Context,
): boolean {
  const { calls } = READING[store.type]!;
  const { answer } = allowsAny(
    { identity },
    {
      principals: [{ kind: "principal", arn: arnOf(role) }],
      actions: calls("").flatMap(({ actions }) => actions),
      resources: calls(arnOf(store)).map(({ resource }) => resource),
      world: worldOf(context.estate, role.account),
    },
  );
  return answer !== "no";
}

/** Through one of the segment's endpoints, today and on the last day. */
function readsStore(role: Resource, store: Resource, access: Access, context: Context): Verdict {
  const { service } = READING[store.type]!;
  const verdicts = doorsTo(service, store.stack, context).map((door) => {
    const needs = [context.today, access.expires].flatMap((day) => needsOf(store, door, access, day));
    const [first, ...others] = needs.map(mayIn(role, context));
    return door.exists === "yes" ? all(first!, ...others) : undecided(door.root.at, "perhaps none", "an endpoint");
  });
  return nearest(verdicts) ?? fail(store.root.at, "none", `an endpoint of ${service} through which it is reached`);
}

function needsOf(store: Resource, door: Resource, access: Access, day: string): readonly Need[] {
  const tags = Object.entries(tagsOf(access)).map(([tag, value]): [string, readonly string[]] => [tag, [value]]);
  const session = { ...Object.fromEntries(tags), "aws:CurrentTime": [`${day}T12:00:00Z`] };
  const { service, calls } = READING[store.type]!;
  const { context, endpoint } = through(door);
  const key = keyOf(store);
  return [
    ...calls(arnOf(store)).map((call) => ({
      ...call,
      context: { ...session, ...context },
      guards: ownPolicies(store),
      ...(endpoint ? { endpoint } : {}),
    })),
    ...(key ? [usingKey(["kms:Decrypt"], key, service, session)] : []),
  ];
}
