import { resourceType, resourceTypes } from "../catalogue/resource-type";
import type { Channel } from "./channel";
import { CHANNELS } from "./channels";

const HEAD = `# Channels

How data, keys and access can move from one place to another, as far as the residency proof knows: each mechanism, what
moves, and the resource types of Terraform's AWS provider that open it. Every resource of the judged output is read for
every one of them. This file is generated from \`policies/residency/channels/\`.
`;

/** The catalogue of channels as a document: \`docs/channels.md\`. */
export function describeChannels(): string {
  const titles = [...new Set(CHANNELS.map(({ title }) => title))];
  const moving = resourceTypes().filter((type) => resourceType(type)?.moves === "yes");
  const named = new Set(CHANNELS.flatMap(({ types }) => types));
  const rest = moving.filter((type) => !named.has(type)).length;
  const tail = `## What no channel knows by name

${moving.length} types of the catalogue can lead to another account, another region or the internet. ${rest} of them are in
no channel above: of those, every attribute that the catalogue of resource types says to name a destination is resolved
all the same. What cannot be resolved, a type that builds resources which Terraform does not show, and a type that the
catalogue does not know are \`undecided\`, and so never pass.
`;
  return [
    HEAD,
    ...titles.map((title) =>
      section(
        title,
        CHANNELS.filter((each) => each.title === title),
      ),
    ),
    tail,
  ].join("\n");
}

function section(title: string, channels: readonly Channel[]): string {
  const types = [...new Set(channels.flatMap((channel) => channel.types))].sort();
  const lines = channels.map(({ moves, what, source }) => `- ${moves}: ${what}. [AWS](${source})`);
  const opened =
    types.length > 20 ? `every type that holds data (${types.length})` : types.map((type) => `\`${type}\``).join(", ");
  return [`## ${title}\n`, ...new Set(lines), `\nOpened by ${opened}.\n`].join("\n");
}
