import type { DrainPath } from "../../../config/names";
import type { Value } from "../../model/value";
import type { Verdict } from "../../verdict";

const EVERY_OBJECT = "every object";

/** What one replication rule must say, so that every object goes to the declared target and is the target's there. */
export function drainRule(rule: Value, path: DrainPath): readonly Verdict[] {
  return [...wholeBucket(rule), ...toTarget(rule.value("destination[0]"), path)];
}

/** Deletions stay behind, so that one over there loses nothing at home. */
function wholeBucket(rule: Value): readonly Verdict[] {
  return [
    rule.value("status").mustBe("Enabled"),
    rule.value("prefix").mustBeAbsent(EVERY_OBJECT),
    rule.value("filter[0].prefix").mustBeAbsent(EVERY_OBJECT),
    rule.value("filter[0].tag").mustBeAbsent(EVERY_OBJECT),
    rule.value("filter[0].and").mustBeAbsent(EVERY_OBJECT),
    rule.value("delete_marker_replication[0].status").mustBe("Disabled"),
    rule.value("source_selection_criteria[0].sse_kms_encrypted_objects[0].status").mustBe("Enabled"),
  ];
}

function toTarget(destination: Value, path: DrainPath): readonly Verdict[] {
  return [
    destination.value("bucket").mustBe(path.targetBucketArn),
    destination.value("account").mustBe(path.targetAccount),
    destination.value("access_control_translation[0].owner").mustBe("Destination"),
    destination.value("encryption_configuration[0].replica_kms_key_id").mustBe(path.targetKeyAliasArn),
  ];
}
