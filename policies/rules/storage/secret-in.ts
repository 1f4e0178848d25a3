import type { Answer } from "../../answer";
import { hasHole } from "../../model/symbolic";
import type { PlainText } from "./plain-texts";

/** Attributes of the provider that are secrets by their names. */
const ATTRIBUTES =
  /(^|_)(password|passwords|passphrase|secret|secret_key|secret_string|secret_binary|secret_access_key|client_secret|private_key|auth_token|access_token|oauth_token|api_key|preshared_key|bgp_auth_key|key_material_base64|plaintext)$/i;
/** Names that programs give to secrets. */
const VARIABLES = /(password|passwd|passphrase|secret|token|private_?key|api_?key|access_?key|credential)s?$/i;
/** Write-only: neither the state nor a plan keeps it. */
const WRITE_ONLY = /_wo$/;
/** Where a secret is kept, rather than the secret. */
const REFERENCE = /^(arn:[^:]+:(secretsmanager|ssm|kms|iam|s3):|\{\{resolve:)/;
/** What is a credential whatever it is called. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const CREDENTIALS: readonly RegExp[] = [
  /\b(AKIA|ASIA)[A-Z2-7]{16}\b/,
  /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/,
  /\baws_secret_access_key\s*[=:]\s*["']?[A-Za-z0-9/+]{40}/i,
  /(?<![:\w])\w*(password|passwd|secret|token|api_?key)\s*[=:]\s*["']?[^\s"'$<{(]{6,}/i,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s:/@$]{3,}@/i,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
];
/** What instances start with, which may hold anything. */
const SCRIPT = /^user_data(_base64)?$/;
/** Texts that say what something is for; a script or a document is not among them. */
const PROSE = /^(description|comment|name|policy|content|assume_role_policy|filter_pattern|pattern|error_message)$/;

export interface Suspicion {
  readonly answer: Answer;
  /** Never the secret itself. */
  readonly what: string;
}

/** Whether a text of the configuration is, or holds, a secret that anybody who reads the configuration can use. */
export function secretIn({ name, text, environment }: PlainText): Suspicion {
  const called = environment ? VARIABLES.test(name) || ATTRIBUTES.test(name) : ATTRIBUTES.test(name);
  if (called && !WRITE_ONLY.test(name) && text !== "" && !REFERENCE.test(text)) {
    if (!hasHole(text)) return { answer: "yes", what: `${name} in plain text` };
    return { answer: "unknown", what: `${name}, which is only known at deployment: it would be in the state` };
  }
  if (SCRIPT.test(name) && hasHole(text)) {
    return { answer: "unknown", what: `${name}, a part of which cannot be known before deployment` };
  }
  const credential = !PROSE.test(name) && CREDENTIALS.some((pattern) => pattern.test(text));
  return credential
    ? { answer: "yes", what: `a credential in ${name || "the decoded text"}` }
    : { answer: "no", what: "" };
}
