import { parsePolicy } from "../../../policies/access/document";
import { grants } from "../../../policies/access/question";
import { beyond } from "../../../policies/rules/beyond";
import type { Permitted } from "../../../policies/rules/denial-of";

const HOME = "111111111111";
const question = {
  principals: [{ kind: "anyone" }] as const,
  actions: ["*"],
  resources: ["*"],
  world: { organizationOf: () => undefined },
};
const left = (Principal: unknown, permitted: readonly Permitted[]) => {
  const document = parsePolicy({ Statement: { Effect: "Allow", Principal, Action: "sqs:*", Resource: "*" } });
  return grants(beyond(document, permitted), question);
};

describe("beyond", () => {
  it("leaves nothing of what is permitted", () => {
    expect(
      left({ AWS: HOME }, [{ Condition: { StringEquals: { "aws:PrincipalAccount": HOME } }, Principal: "*" }]),
    ).toEqual([]);
  });

  it("leaves what is permitted to somebody else", () => {
    const [grant] = left({ AWS: [HOME, "222222222222"] }, [{ Principal: { AWS: HOME } }]);
    expect(grant).toMatchObject({
      answer: "yes",
      request: { principal: { arn: expect.stringContaining("222222222222") } },
    });
  });

  it("leaves the actions that are not permitted, and tells the statement that grants them", () => {
    const [grant] = left({ AWS: HOME }, [{ Principal: { AWS: HOME }, Action: ["sqs:SendMessage"] }]);
    expect(grant).toMatchObject({ answer: "yes", statement: { index: 0, effect: "Allow" } });
  });

  it("leaves everything where nothing is permitted", () => expect(left({ AWS: HOME }, [])).toHaveLength(1));

  it("proves nothing of a document that has problems", () => {
    expect(grants(beyond(parsePolicy("{"), []), question)).toMatchObject([{ answer: "unknown" }]);
  });
});
