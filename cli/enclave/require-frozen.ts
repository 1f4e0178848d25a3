import { GetBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { drainStores } from "../../config/drain-stores";
import type { Estate } from "../../config/estate";
import { enclavePlace } from "../../config/places";
import { Failure } from "../failure";
import type { Cloud } from "../aws/cloud";

/** @throws Failure while the enclave is not deployed as draining: what is written after it was looked at would be lost */
export async function requireFrozen(estate: Estate, cloud: Cloud): Promise<void> {
  const s3 = new S3Client(await cloud.at(enclavePlace(estate)));
  const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket: drainStores(estate).source.bucket }));
  const { Statement } = JSON.parse(Policy!) as { readonly Statement: readonly { readonly Sid?: string }[] };
  if (estate.enclave.phase === "draining" && Statement.some(({ Sid }) => Sid === "Draining")) return;
  throw new Failure("The enclave still takes new data: declare its phase draining and deploy it first.");
}
