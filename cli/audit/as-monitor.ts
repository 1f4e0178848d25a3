import { S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Estate } from "../../config/estate";
import { Failure } from "../failure";
import { Archive } from "./archive";

/**
 * Reads the monitor's buckets, with the credentials that AWS's SDK finds in the environment.
 *
 * @param read what is read, given a way to open a bucket by its name
 * @throws Failure when they are not the monitor's, or something cannot be read
 */
export async function asMonitor<T>(
  estate: Estate,
  read: (bucket: (name: string) => Archive) => Promise<T>,
): Promise<T> {
  try {
    await requireMonitor(estate);
    const { account, region } = estate.monitor;
    const s3 = new S3Client({ region });
    return await read((name) => new Archive(s3, name, account));
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
