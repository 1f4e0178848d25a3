import { enclavePlace } from "../../../config/places";
import { deniesAll, type Question } from "../../access/question";
import type { Context } from "../../context";
import { legible } from "../../model/symbolic";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { worldOf } from "../estate-world";
import { guardrailsOf } from "./guardrails";
import { isEnclave, memberResource, ofEveryMember } from "./members";

/**
 * A verdict on whether a role of the enclave's account is still let do each of some actions, in its own region: a
 * guardrail that forbids too much would keep what it is there to end.
 */
export function leftToMember(
  context: Context,
  roleArn: string,
  actions: readonly string[],
  circumstances: Question["context"],
): readonly Verdict[] {
  const { estate } = context;
  const enclave = enclavePlace(estate);
  return ofEveryMember(
    context,
    (member) => {
      const account = memberResource(member, context);
      if (!account) return [];
      const { at } = account.root;
      const documents = guardrailsOf(account, context).policies.map(({ document }) => document);
      const verdicts = actions.map((action): Verdict => {
        const expected = `${action} left to ${roleArn}`;
        const { answer, why } = deniesAll(documents, {
          principals: [{ kind: "principal", arn: roleArn }],
          actions: [action],
          resources: ["*"],
          context: { ...circumstances, "aws:RequestedRegion": [enclave.region] },
          world: worldOf(estate, member.account),
        });
        if (answer === "no") return pass(at);
        if (answer === "yes") return fail(at, "a denial", expected);
        return undecided(at, legible(why ?? "perhaps a denial"), expected);
      });
      return all(pass(at), ...verdicts);
    },
    isEnclave,
  );
}
