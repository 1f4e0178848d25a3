import { rmSync } from "node:fs";
import type { Estate } from "../../../config/estate";
import { decide } from "../../../policies/access-matrix/decide";
import { ROWS } from "../../../policies/access-matrix/rows";
import type { Row } from "../../../policies/access-matrix/row";
import type { Context } from "../../../policies/context";
import { Model } from "../../../policies/model/model";
import { readInputs } from "../../../policies/model/read";
import { policiesOf } from "../../../policies/rules/policy-values";
import { actionsMatching } from "../../support/iam-actions";
import { declaredEstate, TODAY, writeEstate } from "../../support/estates";
import { retired } from "../../support/evidence";

const local = declaredEstate("local");
const contexts = {
  serving: contextOf(local),
  draining: contextOf({ ...local, enclave: { ...local.enclave, phase: "draining" } }),
  retired: contextOf(retired(local)),
};

function contextOf(estate: Estate): Context {
  const folder = writeEstate(estate);
  const { sources } = readInputs([folder]);
  rmSync(folder, { recursive: true });
  return { model: new Model(sources), estate, today: TODAY, whole: true };
}

const decided = (row: Row, without?: string) => decide(row, contexts[row.phase], without);
const told = ({ who, does, to, when, phase }: Row) =>
  [who, "does", does, "to", to, ...when, ...(phase === "serving" ? [] : ["while", phase])].join(" ");
const statements = new Set(
  Object.values(contexts).flatMap(({ model }) =>
    model
      .resources("aws_organizations_policy")
      .flatMap((policy) => policiesOf(policy, "organization"))
      .flatMap(({ document }) => document.statements.map(({ sid }) => sid!)),
  ),
);

describe("the access matrix", () => {
  it("asks three hundred requests and more, each once", () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(300);
    expect(new Set(ROWS.map(told)).size).toBe(ROWS.length);
  });

  it.each([...new Set(ROWS.map(({ does }) => does))])("asks what AWS has: %s", async (action) => {
    expect(await actionsMatching(action)).toHaveLength(1);
  });

  it.each(ROWS.map((row) => [told(row), row] as const))("%s, as stated", (_, row) => {
    expect(decided(row)).toEqual({ outcome: row.outcome, by: row.by });
  });

  it("has read the organization's statements", () => expect(statements.size).toBeGreaterThan(30));

  it.each([...statements])("changes an outcome where %s is taken away", (statement) => {
    const changed = ROWS.filter((row) => row.by === statement && decided(row, statement).outcome !== row.outcome);
    expect(changed).not.toEqual([]);
  });
});
