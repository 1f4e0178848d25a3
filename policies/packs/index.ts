import { CIS_AWS } from "./cis-aws";
import { GDPR } from "./gdpr";
import { ISO_27001 } from "./iso-27001";
import { NIST_800_53 } from "./nist-800-53";
import { isServedBy, type Pack } from "./pack";

/** Every framework that the policies are mapped to. */
export const PACKS: readonly Pack[] = [GDPR, ISO_27001, NIST_800_53, CIS_AWS];

/** What a policy with these controls serves, e.g. `gdpr 32(1)(a)`. */
export function requirementsOf(controls: readonly string[]): readonly string[] {
  return PACKS.flatMap((pack) =>
    pack.requirements.filter((requirement) => isServedBy(requirement, controls)).map(({ id }) => `${pack.id} ${id}`),
  );
}
