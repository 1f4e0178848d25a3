import { resourceType, resourceTypes } from "../catalogue/resource-type";
import { globalKeys } from "./global-keys";
import { serviceKeys } from "./service-keys";

/** Effects, values, kinds of principals and the parts of a statement and of a question, as this folder writes them. */
const OWN = [
  "action actions account accounts allow anonymous anyone aws conditions context deny effect everyone false federated",
  "foreign group index kind key member none operator outside policy principal principals resource resources role root",
  "service services session sid source sources statement statements true user values world",
].flatMap((line) => line.split(" "));

/** What an ARN says of its service and of its kind of resource: `kms`, `key`, `log-group`. */
function wordsOfArns(): readonly string[] {
  return resourceTypes().flatMap((type) => {
    const { arn } = resourceType(type)!.computed;
    return arn === undefined ? [] : (arn.replace(/\{\w+\}/g, " ").match(/[a-z][a-z0-9-]*/g) ?? []);
  });
}

const WORDS: ReadonlySet<string> = new Set(
  [...OWN, ...wordsOfArns(), ...Object.keys({ ...globalKeys, ...serviceKeys })].flatMap((text) => [
    text,
    ...text.split(/[^a-z0-9]+/),
  ]),
);

/** Whether a word, in lower case, may stand in a policy document for more than somebody's name. */
export function isWordOfPolicies(word: string): boolean {
  return WORDS.has(word);
}
