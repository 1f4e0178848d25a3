import type { Value } from "../model/value";
import type { Atlas } from "./atlas";
import type { Node } from "./node";

/** How the id of a model begins that runs where it is asked for. @see https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html */
const MAKERS = [
  "ai21",
  "amazon",
  "anthropic",
  "cohere",
  "deepseek",
  "luma",
  "meta",
  "mistral",
  "openai",
  "qwen",
  "stability",
  "twelvelabs",
  "writer",
];
/** How the id of a profile begins that sends prompts to regions of an area. @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const AREAS = ["apac", "au", "ca", "eu", "global", "jp", "sa", "us", "us-gov"];

/** Where a model runs that Bedrock is asked for by its id, or that an ARN names. */
export function modelNode(value: Value, atlas: Atlas): Node {
  const { text } = value;
  if (text === undefined || text.startsWith("arn:")) return atlas.arn(value);
  const first = /^([a-z0-9-]+)\./.exec(text)?.[1] ?? "";
  if (MAKERS.includes(first)) return atlas.place(value.resource);
  return AREAS.includes(first) ? atlas.profile(first) : atlas.unknown(`where the model ${text} runs`);
}
