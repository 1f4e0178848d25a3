import { S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Estate } from "../../config/estate";
import { Failure } from "../failure";
import { Archive } from "./archive";

/**
 * Opens the monitor's buckets, with the credentials that AWS's SDK finds in the environment.
 *
 * @param look what is done, given a way to open a bucket by its name, and the ARN of whoever asks
 * @throws Failure when they are not the monitor's, or something cannot be read
 */
export async function asMonitor<T>(
  estate: Estate,
  look: (bucket: (name: string) => Archive, who: string) => Promise<T>,
): Promise<T> {
  try {
    const who = await requireMonitor(estate);
    const { account, region } = estate.monitor;
    const s3 = new S3Client({ region });
    return await look((name) => new Archive(s3, name, account), who);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { name, message } = error as Error;
    throw new Failure(`The archives of ${estate.name} cannot be read: ${name}: ${message || "no answer"}`);
  }
}

async function requireMonitor({ name, monitor }: Estate): Promise<string> {
  const { Account, Arn } = await new STSClient({ region: monitor.region }).send(new GetCallerIdentityCommand({}));
  if (Account === monitor.account) return Arn!;
  throw new Failure(
    `The archives of ${name} are read as the monitor, in account ${monitor.account}, and these credentials are of account ${Account}.`,
  );
}
