import type { Draft } from "../draft";
import type { Problem } from "../problem";
import { TRUSTWORTHY_SERVICES } from "../trusted-services";

/** An organization trusts each service once, and none that could do more in its accounts than look, record or let people in. */
export function* trustedServicesHold({ organization }: Draft): Generator<Problem> {
  const services = organization?.trustedServices ?? [];
  for (const [index, service] of services.entries()) {
    const path = ["organization", "trustedServices", index];
    if (services.indexOf(service) < index) {
      yield {
        code: "estate.service-used-twice",
        path,
        value: service,
        rule: "be named once",
        fix: "remove it",
      };
    }
    if (!Object.hasOwn(TRUSTWORTHY_SERVICES, service)) {
      yield {
        code: "estate.unfit-service",
        path,
        value: service,
        rule: `be one of ${Object.keys(TRUSTWORTHY_SERVICES).join(", ")}`,
        fix: "end what it does for the organization, and remove it; docs/decisions/adopted-organization.md says why",
      };
    }
  }
}
