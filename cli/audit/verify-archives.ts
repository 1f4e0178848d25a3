import { CloudTrailClient, paginateListPublicKeys } from "@aws-sdk/client-cloudtrail";
import { S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Period, PublicKey } from "../../audit/chain";
import type { Estate } from "../../config/estate";
import { auditSinks, auditSources } from "../../config/names";
import { Failure } from "../failure";
import { Archive } from "./archive";
import type { StackVerdict } from "./verdict";
import { verifyStack } from "./verify-stack";

/**
 * Looks at every archive of an estate, with the credentials that AWS's SDK finds in the environment.
 *
 * @throws Failure when they are not the monitor's, or the archives cannot be read
 */
export async function verifyArchives(estate: Estate, period: Period): Promise<readonly StackVerdict[]> {
  try {
    await requireMonitor(estate);
    const { account, region } = estate.monitor;
    const s3 = new S3Client({ region });
    const verdicts: StackVerdict[] = [];
    for (const source of auditSources(estate)) {
      const sinks = auditSinks(estate, source.stack);
      const archive = new Archive(s3, sinks.archiveBucket, account);
      const intake = new Archive(s3, sinks.intakeBucket, account);
      verdicts.push(await verifyStack(estate, source, period, { archive, intake, publicKeys }));
    }
    return verdicts;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { name, message } = error as Error;
    throw new Failure(`The archives of ${estate.name} cannot be read: ${name}: ${message || "no answer"}`);
  }
}

async function requireMonitor({ name, monitor }: Estate): Promise<void> {
  const { Account } = await new STSClient({ region: monitor.region }).send(new GetCallerIdentityCommand({}));
  if (Account === monitor.account) return;
  throw new Failure(
    `The archives of ${name} are read as the monitor, in account ${monitor.account}, and these credentials are of account ${Account}.`,
  );
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
