import type { DrainEvidence } from "./drain-evidence";
import type { Estate } from "./estate";
import { bucketName, resourceName, USER_DATA_PURPOSE } from "./names";
import { enclavePlace, sitePlaces, type StackPlace } from "./places";

/** Days that an export of the enclave's table lies in a bucket, at either end: everybody's items, erased ones too. */
export const EXPORT_DAYS = 30;

/**
 * The stores that the drain of an estate is about, as its evidence names them.
 *
 * @throws Error when the drain target is no site, which a loaded estate excludes
 */
export function drainStores(estate: Estate): Pick<DrainEvidence, "source" | "target"> {
  const { drainTarget } = estate.enclave;
  const target = sitePlaces(estate).find(({ stack }) => stack === drainTarget);
  if (!target) throw new Error(`the drain target ${drainTarget} is no site; load the estate first`);
  const named = ({ stack, account, region }: StackPlace) => ({
    account,
    region,
    bucket: bucketName(estate.organization.prefix, stack, USER_DATA_PURPOSE, account),
    table: resourceName(estate.organization.prefix, stack, USER_DATA_PURPOSE),
  });
  return { source: named(enclavePlace(estate)), target: { site: drainTarget, ...named(target) } };
}
