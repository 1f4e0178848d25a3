import { S3Client } from "@aws-sdk/client-s3";
import type { Estate } from "../../config/estate";
import { asAccount } from "../aws/as-account";
import { Archive } from "./archive";

/**
 * Opens the monitor's buckets, with the credentials that AWS's SDK finds in the environment.
 *
 * @param look what is done, given a way to open a bucket by its name, and the ARN of whoever asks
 * @throws Failure when they are not the monitor's, or something cannot be read
 */
export function asMonitor<T>(
  estate: Estate,
  look: (bucket: (name: string) => Archive, who: string) => Promise<T>,
): Promise<T> {
  const { account, region } = estate.monitor;
  const needed = `The archives of ${estate.name} are read as the monitor, in account ${account}`;
  const failed = `The archives of ${estate.name} cannot be read`;
  return asAccount(estate.monitor, { needed, failed }, (who) => {
    const s3 = new S3Client({ region });
    return look((name) => new Archive(s3, name, account), who);
  });
}
