import { CloudTrailClient, paginateListPublicKeys } from "@aws-sdk/client-cloudtrail";
import type { Period, PublicKey } from "../../audit/chain";
import type { Estate } from "../../config/estate";
import { auditSinks, auditSources } from "../../config/names";
import { asMonitor } from "./as-monitor";
import type { StackVerdict } from "./verdict";
import { verifyStack } from "./verify-stack";

/**
 * Looks at every archive of an estate, with the credentials that AWS's SDK finds in the environment.
 *
 * @throws Failure when they are not the monitor's, or the archives cannot be read
 */
export async function verifyArchives(estate: Estate, period: Period): Promise<readonly StackVerdict[]> {
  return asMonitor(estate, async (bucket) => {
    const verdicts: StackVerdict[] = [];
    for (const source of auditSources(estate)) {
      const { archiveBucket, intakeBucket } = auditSinks(estate, source.stack);
      const buckets = { archive: bucket(archiveBucket), intake: bucket(intakeBucket), publicKeys };
      verdicts.push(await verifyStack(estate, source, period, buckets));
    }
    return verdicts;
  });
}

/** CloudTrail's keys are the same for every account, and a pair of its own for each region. */
async function publicKeys(region: string, { from, to }: Period): Promise<readonly PublicKey[]> {
  const client = new CloudTrailClient({ region });
  const keys: PublicKey[] = [];
  for await (const { PublicKeyList } of paginateListPublicKeys({ client }, { StartTime: from, EndTime: to })) {
    keys.push(...PublicKeyList!.map(({ Fingerprint, Value }) => ({ fingerprint: Fingerprint!, value: Value! })));
  }
  return keys;
}
