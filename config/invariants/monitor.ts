import { hasPassed } from "../calendar";
import type { Draft } from "../draft";
import { APPROVED_BY_MONITOR } from "../fields";
import { findRegion } from "../geography";
import type { Path, Problem } from "../problem";
import { foreignArn, type Owner } from "./foreign-arn";
import { isProtected } from "./places";

const ORGANIZATION_ROLES = ["deployRoleArn", "breakGlassRoleArn", "peopleRoleArn"] as const;

/** The monitor shares nothing with the operator, and may lawfully see what it sees. */
export function* monitorHolds(draft: Draft, today: string): Generator<Problem> {
  yield* isIndependent(draft);
  yield* mayReceive(draft, today);
  yield* ownsItsArns(draft);
  yield* rolesDiffer(draft);
  yield* approvesAudit(draft);
}

function* isIndependent({ monitor, organization, sites, enclave, counterparties }: Draft): Generator<Problem> {
  if (!monitor) return;
  const operated = [
    organization?.managementAccount,
    enclave?.account,
    ...[...sites, ...counterparties].map(({ value }) => value.account),
  ];
  if (operated.includes(monitor.account)) {
    yield {
      code: "estate.monitor-not-independent",
      path: ["monitor", "account"],
      value: monitor.account,
      rule: "be no account of those it watches",
      fix: "the monitor brings its own account",
    };
  }
  if (organization?.id === monitor.organizationId) {
    yield {
      code: "estate.monitor-not-independent",
      path: ["monitor", "organizationId"],
      value: monitor.organizationId,
      rule: "be another organization than the operator's",
      fix: "the monitor brings its own organization: the operator's could delete its account",
    };
  }
}

function* mayReceive(draft: Draft, today: string): Generator<Problem> {
  const { monitor } = draft;
  if (!monitor || !draft.protectedJurisdictions) return;
  const region = findRegion(monitor.region);
  const outside = [monitor.staffCountry, region?.country].filter(
    (country) => country !== undefined && !isProtected(draft, country),
  );
  if (outside.length === 0) return;
  const basis = monitor.transferBasis;
  if (!basis) {
    yield {
      code: "estate.monitor-without-transfer-basis",
      path: ["monitor", "transferBasis"],
      value: undefined,
      rule: `be declared, since the monitor is in ${[...new Set(outside)].join(" and ")}`,
      fix: "name the adequacy decision or the contract, and its last day",
    };
  } else if (hasPassed(basis.expires, today)) {
    yield expired("estate.expired-transfer-basis", ["monitor", "transferBasis", "expires"], basis.expires, today);
  }
}

/** The roles that the estate names are in the partition and account of whom it says. */
function* ownsItsArns({ organization, monitor }: Draft): Generator<Problem> {
  if (organization) {
    const owner: Owner = { account: organization.managementAccount, region: organization.homeRegion };
    for (const field of ORGANIZATION_ROLES) yield* foreignArn(["organization", field], organization[field], owner);
  }
  if (!monitor) return;
  yield* foreignArn(["monitor", "deployRoleArn"], monitor.deployRoleArn, monitor);
  for (const [index, arn] of monitor.auditorPrincipals.entries()) {
    yield* foreignArn(["monitor", "auditorPrincipals", index], arn, monitor);
  }
}

/** Who deploys is not who breaks the glass, nor who assumes people's roles: each has what the others are denied. */
function* rolesDiffer({ organization }: Draft): Generator<Problem> {
  if (!organization) return;
  for (const [index, field] of ORGANIZATION_ROLES.entries()) {
    const same = ORGANIZATION_ROLES.slice(0, index).find((other) => organization[other] === organization[field]);
    if (!same) continue;
    yield {
      code: "estate.role-used-twice",
      path: ["organization", field],
      value: organization[field],
      rule: `be another role than ${same}`,
      fix: "give each its own role: what one may do, another is denied",
    };
  }
}

/** Whoever is watched does not decide alone how well. */
function* approvesAudit({ approvals }: Draft): Generator<Problem> {
  if (!approvals || approvals.audit === APPROVED_BY_MONITOR) return;
  yield {
    code: "estate.audit-without-monitor",
    path: ["approvals", "audit"],
    value: approvals.audit,
    rule: `be ${APPROVED_BY_MONITOR}`,
    fix: "what weakens audit is approved by those who receive it",
  };
}

export const expired = (code: string, path: Path, value: string, today: string): Problem => ({
  code,
  path,
  value,
  rule: `not have passed on ${today}`,
  fix: "renew it with its owner, or remove what rests on it",
});
