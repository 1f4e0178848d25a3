import type { Draft } from "../draft";
import { ENCLAVE, MONITOR, ORGANIZATION } from "../places";
import type { Path, Problem } from "../problem";
import { foreignArn, type Owner } from "./foreign-arn";

/**
 * The keys that AWS names and the estate declares: every stack has one for its archive, in the
 * monitor's account, and one for its state, where that state lies; the enclave's lies in Europe.
 */
export function* keysHold(draft: Draft): Generator<Problem> {
  const { monitor, organization, state, sites, enclave, incomplete } = draft;
  if (!organization || !monitor || !enclave || incomplete.has("sites")) return;
  const stacks = [MONITOR, ORGANIZATION, ...sites.map(({ value }) => value.id), ENCLAVE];
  yield* oneEach(["monitor", "archiveKeyArns"], monitor.archiveKeyArns, new Map(stacks.map((id) => [id, monitor])), {
    code: "estate.archive-without-key",
    rule: "name the key of the stack's audit archive",
    fix: "the monitor deploys its stack and hands over the key's ARN",
  });
  if (!state || state.backend === "local") return;
  const home = { account: organization.managementAccount, region: organization.homeRegion };
  const places = new Map<string, Owner>([
    [MONITOR, monitor],
    [ORGANIZATION, home],
    ...sites.map(({ value }) => [value.id, { account: value.account, region: value.placement.region }] as const),
    [ENCLAVE, home],
  ]);
  yield* oneEach(["state", "keyArns"], state.keyArns, places, {
    code: "estate.state-without-key",
    rule: "name the key of the stack's state bucket",
    fix: "deploy the stack's state stack and write its key's ARN here",
  });
}

function* oneEach(
  path: Path,
  arns: Readonly<Record<string, string>>,
  expected: ReadonlyMap<string, Owner>,
  missing: Pick<Problem, "code" | "rule" | "fix">,
): Generator<Problem> {
  for (const [stack, owner] of expected) {
    const arn = Object.hasOwn(arns, stack) ? arns[stack] : undefined;
    if (arn === undefined) yield { ...missing, path: [...path, stack], value: undefined };
    else yield* foreignArn([...path, stack], arn, owner);
  }
  for (const stack of Object.keys(arns).filter((key) => !expected.has(key))) {
    yield {
      code: "estate.unknown-place",
      path: [...path, stack],
      value: stack,
      rule: "be a stack of the estate",
      fix: `they are ${[...expected.keys()].join(", ")}`,
    };
  }
}
