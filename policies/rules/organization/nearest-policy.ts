import type { PolicyDocument } from "../../access/document";
import type { WrittenPolicy } from "../policy-values";

/**
 * The policy that already denies what is most like an action, told by how its name begins: where somebody who looks for
 * the gap will look. None when no policy denies anything of the action's service.
 *
 * @param asked what was to be denied: of everything, the policy that denies all but a few actions is the nearest
 * @param key of such policies, the one with a condition of this key, and no other
 */
export function nearestPolicy(
  policies: readonly WrittenPolicy[],
  action: string,
  asked: readonly string[],
  key?: string,
): WrittenPolicy | undefined {
  const sweeping = policies.filter(({ document }) => sweeps(document).length > 0);
  const byKey = sweeping.find(({ document }) =>
    sweeps(document).some(({ conditions }) => conditions.some((condition) => condition.key === key)),
  );
  if (asked.includes("*") && sweeping[0]) return key === undefined ? sweeping[0] : byKey;
  const least = action.indexOf(":") + 1;
  const likeness = policies.map(({ document }) =>
    Math.max(0, ...denials(document).flatMap(({ actions = [] }) => actions.map((denied) => shared(denied, action)))),
  );
  const most = Math.max(0, ...likeness);
  return most < least ? undefined : policies[likeness.indexOf(most)];
}

function denials({ statements }: PolicyDocument) {
  return statements.filter(({ effect }) => effect === "Deny");
}

/** Whatever denies all but a few actions. */
function sweeps(document: PolicyDocument) {
  return denials(document).filter(({ notActions }) => notActions !== undefined);
}

/** How many characters two actions begin with alike. */
function shared(one: string, other: string): number {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}
