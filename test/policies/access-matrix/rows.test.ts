import { decide } from "../../../policies/access-matrix/decide";
import { ROWS } from "../../../policies/access-matrix/rows";
import type { Row } from "../../../policies/access-matrix/row";
import { Model } from "../../../policies/model/model";
import { readInputs } from "../../../policies/model/read";
import { policiesOf } from "../../../policies/rules/policy-values";
import { actionsMatching } from "../../support/iam-actions";
import { declaredEstate, TODAY, writeEstate } from "../../support/estates";

const estate = declaredEstate("local");
const { sources } = readInputs([writeEstate(estate)]);
const context = { model: new Model(sources), estate, today: TODAY, whole: true };

const told = ({ who, does, to, when }: Row) => [who, "does", does, "to", to, ...when].join(" ");
const statements = context.model
  .resources("aws_organizations_policy")
  .flatMap((policy) => policiesOf(policy, "organization"))
  .flatMap(({ document }) => document.statements.map(({ sid }) => sid!));

describe("the access matrix", () => {
  it("asks three hundred requests and more, each once", () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(300);
    expect(new Set(ROWS.map(told)).size).toBe(ROWS.length);
  });

  it.each([...new Set(ROWS.map(({ does }) => does))])("asks what AWS has: %s", async (action) => {
    expect(await actionsMatching(action)).toHaveLength(1);
  });

  it.each(ROWS.map((row) => [told(row), row] as const))("%s, as stated", (_, row) => {
    expect(decide(row, context)).toEqual({ outcome: row.outcome, by: row.by });
  });

  it("has read the organization's statements", () => expect(statements.length).toBeGreaterThan(30));

  it.each(statements)("changes an outcome where %s is taken away", (statement) => {
    const decided = ROWS.filter(({ by }) => by === statement);
    const changed = decided.filter((row) => decide(row, context, statement).outcome !== row.outcome);
    expect(changed).not.toEqual([]);
  });
});
