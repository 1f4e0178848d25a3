import { resourceType } from "../../catalogue/resource-type";
import { drainPath } from "../../../config/names";
import { ENCLAVE, MONITOR } from "../../../config/places";
import type { PolicyDocument, Statement } from "../../access/document";
import { allowsAny } from "../../access/evaluate";
import { grantsAny, type Grant } from "../../access/question";
import type { Context } from "../../context";
import { hasHole } from "../../model/symbolic";
import type { Resource } from "../../model/resource";
import { beyond, type Permitted } from "../../rules/beyond";
import { worldOfStrangers } from "../../rules/estate-world";
import { isAttached } from "../../rules/identity/attached-policies";
import { carriedBoundary, holderOf } from "../../rules/identity/boundaries";
import { policiesOf, typesWithPolicies } from "../../rules/policy-values";
import { parseArn } from "../arn";
import { at, type Channel, type Passage, type Surroundings } from "../channel";
import type { Node } from "../node";

const TYPES = typesWithPolicies("identity");
/** What puts content into something of another account that lets it, or calls on it with content. */
const HANDING_OVER = [
  ...["backup:CopyIntoBackupVault", "codeartifact:PublishPackageVersion", "dynamodb:BatchWriteItem"],
  ...["dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PutItem", "dynamodb:UpdateItem", "ecr:PutImage"],
  ...["ecr:UploadLayerPart", "elasticfilesystem:ClientWrite", "es:ESHttp*", "events:PutEvents", "execute-api:Invoke"],
  ...["kafka-cluster:WriteData*", "kinesis:PutRecord*", "lambda:Invoke*", "logs:PutSubscriptionFilter"],
  ...["s3:PutObject*", "s3:Replicate*", "s3express:CreateSession", "secretsmanager:PutSecretValue"],
  ...["secretsmanager:UpdateSecret", "sns:Publish", "sqs:SendMessage*", "sts:AssumeRole", "vpc-lattice-svcs:Invoke"],
];

/** Permissions on resources of another account or region: one half of a way there; the other is the resource's policy. */
export const identityPolicies: readonly Channel[] = [
  {
    title: "Permission on a resource elsewhere",
    types: TYPES,
    moves: "access",
    what: "A principal may act on a resource of another account or region that its policy names, or put something into whatever a pattern of it names there",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html",
    claims: [...new Set(TYPES.flatMap((type) => Object.keys(resourceType(type)!.policies)))],
    find: elsewhere,
  },
];

function* elsewhere(resource: Resource, around: Surroundings): Generator<Passage> {
  const from = around.atlas.place(resource);
  for (const { value, document } of policiesOf(resource, "identity")) {
    const seen = new Set<string>();
    for (const { statement, to } of byPattern(document, resource, around)) {
      yield { from, to, at: at(value, `.Statement[${statement.index}]`), supports: true };
    }
    for (const statement of document.statements.filter(({ effect }) => effect === "Allow")) {
      for (const arn of statement.resources ?? []) {
        const to = placeNamed(arn, resource, around);
        if (!to || to.place === from.id || seen.has(to.id)) continue;
        seen.add(to.id);
        const declaredBy = declaration(arn, resource, around);
        const passage: Passage = { from, to, at: at(value, `.Statement[${statement.index}]`), supports: true };
        yield declaredBy === undefined ? passage : { ...passage, declaredBy };
      }
    }
  }
}

interface Pattern {
  readonly statement: Statement;
  readonly to: Node;
}

/** What a statement lets its holder hand over to somebody else's resources without naming one, within its boundary. */
function* byPattern(document: PolicyDocument, resource: Resource, around: Surroundings): Generator<Pattern> {
  const { context } = around.atlas;
  const isOpen = (text: string) => !placeNamed(text, resource, around);
  const open = document.statements.filter(
    ({ effect, resources }) => effect === "Allow" && (resources === undefined || resources.some(isOpen)),
  );
  if (open.length === 0 || !isAttached(resource, context)) return;
  for (const statement of open) {
    const { resources = [] } = statement;
    const named = resources.filter((text) => !isOpen(text));
    const alone = { ...document, statements: document.statements.filter(onlyWith(statement)) };
    const { answer, why } = handedOver(beyond(alone, [...own(resource, around), ...ofNamed(named)]), resource, context);
    if (answer === "no") continue;
    const told = resources.filter(isOpen).join(" or ") || "all that a statement does not leave out";
    const to = answer === "yes" ? around.atlas.elsewhere(told) : around.atlas.unknown(why ?? told);
    yield { statement, to };
  }
}

const onlyWith = (statement: Statement) => (each: Statement) => each.effect === "Deny" || each === statement;
const ofNamed = (resources: readonly string[]): readonly Permitted[] =>
  resources.length === 0 ? [] : [{ Resource: resources }];

function handedOver(document: PolicyDocument, resource: Resource, { estate }: Context): Grant {
  const asked = { actions: HANDING_OVER, resources: ["*"], world: worldOfStrangers(estate) };
  const boundary = carriedBoundary(resource);
  const arn = holderOf(resource)?.attribute("arn");
  if (boundary === undefined || typeof arn !== "string") {
    return grantsAny(document, { ...asked, principals: [{ kind: "account", account: resource.account }] });
  }
  return allowsAny({ identity: [document], boundary }, { ...asked, principals: [{ kind: "principal", arn }] });
}

/** What is here; of buckets, whose ARNs say no account, those that the monitor alone names so. */
function own({ account, region, stack }: Resource, { atlas }: Surroundings): readonly Permitted[] {
  const { prefix } = atlas.context.estate.organization;
  const buckets = stack === MONITOR ? [`arn:*:s3:::${prefix}-${MONITOR}-*-${account}/*`] : [];
  return [{ Resource: [`arn:*:*:${region}:${account}:*`, `arn:*:*::${account}:*`, ...buckets] }];
}

/** Where a pattern of ARNs is, when it says so. */
function placeNamed(text: string, resource: Resource, { atlas }: Surroundings): Node | undefined {
  const arn = parseArn(text);
  if (!arn || hasHole(text)) return undefined;
  const named = atlas.named(text.replace(/\/\*$/, ""));
  if (named) return atlas.ofResource(named);
  if (arn.service === "s3")
    return /[*?]/.test(bucketIn(arn.resource)) ? undefined : atlas.bucket(bucketIn(arn.resource));
  if (!/^\d{12}$/.test(arn.account)) return undefined;
  const isPattern = /[*?]/.test(arn.region);
  if (isPattern && arn.account === resource.account) return undefined;
  const isRegion = arn.region !== "" && !isPattern;
  return isRegion
    ? atlas.place({ account: arn.account, region: arn.region })
    : accountNode(arn.account, resource, atlas);
}

const bucketIn = (resource: string) => resource.split("/")[0]!;

/** IAM's own resources have no region: within the account they are here. */
function accountNode(account: string, resource: Resource, atlas: Surroundings["atlas"]): Node {
  return account === resource.account ? atlas.place(resource) : atlas.account(account);
}

/** The drain's role may write what its flow declares, and the alerts' role may forward to the monitor's bus. */
function declaration(arn: string, { stack }: Resource, around: Surroundings): string | undefined {
  const { atlas, declared } = around;
  if (arn === declared.sinks(stack)?.alertBusArn) return "monitor";
  const { drain } = declared;
  if (!drain || stack !== ENCLAVE) return undefined;
  const path = drainPath(atlas.context.estate);
  const { service, account, region } = parseArn(arn) ?? {};
  const isKeyOfTarget = service === "kms" && account === path.targetAccount && region === path.targetRegion;
  const isTarget = arn === path.targetBucketArn || arn.startsWith(`${path.targetBucketArn}/`);
  return isTarget || isKeyOfTarget ? `flow ${drain.id}` : undefined;
}
