import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, type Verdict } from "../../verdict";
import type { Kept } from "./archive";
import { onlyCompanion } from "./counted";

const DEFAULT = "rule[0].apply_server_side_encryption_by_default[0]";

export function versioned(bucket: Resource, context: Context): Verdict {
  return onlyCompanion(context, bucket, ["aws_s3_bucket_versioning", "bucket"], (versioning) =>
    versioning.value("versioning_configuration[0].status").mustBe("Enabled"),
  );
}

/** Passes when every object is encrypted with the key that the estate declares for the archive. */
export function encryptedWith(bucket: Resource, { sinks }: Kept, context: Context): Verdict {
  const type = "aws_s3_bucket_server_side_encryption_configuration";
  return onlyCompanion(context, bucket, [type, "bucket"], (encryption) =>
    all(
      encryption.value(`${DEFAULT}.sse_algorithm`).mustBe("aws:kms", "aws:kms:dsse"),
      encryption.value(`${DEFAULT}.kms_master_key_id`).mustBe(sinks.keyArn),
    ),
  );
}
