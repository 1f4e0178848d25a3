import type { PolicyDocument } from "../../access/document";
import type { WrittenPolicy } from "../policy-values";

/**
 * The policy that already denies what is most like an action, told by how its name begins, and of several the one that
 * denies most of what was to be denied with it: where somebody who looks for the gap will look. None when no policy
 * denies anything of the action's service.
 *
 * @param together the actions that were to be denied, `action` among them
 * @param key where what was to be denied is told by a condition and not by its action: the policy with a condition of
 *   this key, and no other
 */
export function nearestPolicy(
  policies: readonly WrittenPolicy[],
  action: string,
  together: readonly string[],
  key?: string,
): WrittenPolicy | undefined {
  if (key !== undefined) {
    return policies.find(({ document }) =>
      denials(document).some(({ conditions }) => conditions.some((condition) => condition.key === key)),
    );
  }
  const least = action.indexOf(":") + 1;
  const likeness = policies.map(({ document }) => {
    const denied = denials(document).flatMap(({ actions = [] }) => actions);
    const alike = denied.map((each) => shared(each, action));
    const most = Math.max(0, ...alike);
    const already = together.filter((each) => denied.includes(each)).length;
    return { already, most, count: alike.filter((each) => each === most).length };
  });
  const [best] = likeness
    .map((each, at) => ({ ...each, at }))
    .sort((a, b) => b.most - a.most || b.already - a.already || b.count - a.count);
  return best === undefined || best.most < least ? undefined : policies[best.at];
}

function denials({ statements }: PolicyDocument) {
  return statements.filter(({ effect }) => effect === "Deny");
}

/** How many characters two actions begin with alike. */
function shared(one: string, other: string): number {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}
