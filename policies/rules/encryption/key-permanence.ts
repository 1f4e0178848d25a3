import type { EachResource } from "../../policy";
import { all, pass } from "../../verdict";
import { KEY_TYPES } from "./key-policy";

/** Days; the longest that AWS offers, and its default. */
const WINDOW = 30;

export const keyPermanence: EachResource = {
  kind: "each",
  id: "ENC-007",
  title: "A key is in use, cannot vanish in less than thirty days, and cannot lock its owner out",
  severity: "high",
  controls: ["B17"],
  rationale:
    "Whoever deletes a key deletes everybody's data that it encrypts. The window is the time in which somebody can notice and take it back.",
  remediation: "Build the key with DataKey: it waits for thirty days and is enabled.",
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"],
  construct: "encryption/data-key",
  types: KEY_TYPES,

  check(key) {
    const window = key.value("deletion_window_in_days");
    return all(
      window.isAbsent ? pass(window.at) : window.mustBeAtLeast(WINDOW, "days"),
      key.value(key.type === "aws_kms_key" ? "is_enabled" : "enabled").mustNotBe(false),
      key.value("bypass_policy_lockout_safety_check").mustNotBe(true),
    );
  },
};
