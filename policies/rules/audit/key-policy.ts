/** Where a key's policy stands. */
export const KEY_POLICY = { inline: "policy", companion: { type: "aws_kms_key_policy", by: "key_id" } };
