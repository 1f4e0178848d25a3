import { every, type Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import type { WholeEstate } from "../../policy";
import { fail, undecided, type Location, type Verdict } from "../../verdict";
import { mustNotExist } from "../in-every-stack";
import { judgedSegments } from "./segments";

type Place = Pick<Resource, "stack" | "account" | "region">;

const OPTIONS = "aws_vpc_block_public_access_options";

export const blockPublicAccess: WholeEstate = {
  kind: "whole",
  id: "ISO-001",
  title: "Every account with a network blocks traffic with the internet in both directions",
  severity: "critical",
  controls: ["C19"],
  rationale:
    "Whatever gateway, address or route somebody adds later, AWS itself then refuses to carry a user's data to the internet. An exclusion makes a hole in exactly that.",
  remediation: "Build the network with IsolatedSegment, which sets block-bidirectional; remove every exclusion.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html"],
  construct: "network/isolated-segment",

  check(context) {
    const places = [...judgedSegments(context), ...context.model.resources("aws_vpc")];
    const distinct = new Map(places.map((place) => [[place.stack, place.account, place.region].join(), place]));
    const exclusions = context.model.resources("aws_vpc_block_public_access_exclusion");
    return [
      ...[...distinct.values()].map((place) => blocks(context, place)),
      ...exclusions.map((exclusion) => mustNotExist(exclusion, "no exclusion")),
    ];
  },
};

/** The options are an account's in a region. */
function blocks({ model }: Context, place: Place): Verdict {
  const expected = `one ${OPTIONS} in ${place.account}, ${place.region}`;
  const at: Location = { stack: place.stack, address: "stack", jsonPath: "" };
  const [options, ...others] = model.resourcesIn(place.stack, OPTIONS).filter((one) => isIn(one, place) !== "no");
  if (!options) return fail(at, "nothing", expected);
  if (others.length > 0 || options.exists !== "yes" || isIn(options, place) !== "yes") {
    return undecided(options.root.at, "several, or one of which it cannot be known whether it is there", expected);
  }
  return options.value("internet_gateway_block_mode").mustBe("block-bidirectional");
}

function isIn(options: Resource, { account, region }: Place): Answer {
  const answers = [
    [options.account, account],
    [options.region, region],
  ].map(([is, wanted]): Answer => (is === wanted ? "yes" : hasHole(is!) || hasHole(wanted!) ? "unknown" : "no"));
  return every(answers);
}
