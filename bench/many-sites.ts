import type { Estate, Site } from "../config/estate";
import { ENCLAVE, MONITOR, ORGANIZATION } from "../config/places";

/** An estate with `count` active sites, each in an account and a network of its own: the shape, not the law, of a real one. */
export function estateOf(estate: Estate, count: number): Estate {
  const [model] = estate.sites;
  if (!model) throw new Error("the estate to multiply has no site");
  const sites = Array.from({ length: count }, (_, index): Site => {
    const id = index === 0 ? model.id : `site-${index}`;
    const cidr = `10.${16 + Math.floor(index / 16)}.${(index % 16) * 16}.0/20`;
    return { ...model, id, cidr, status: "active", account: String(600_000_000_000 + index) };
  });
  const keyArn = Object.values(estate.monitor.archiveKeyArns)[0]!;
  const stacks = [MONITOR, ORGANIZATION, ...sites.map(({ id }) => id), ENCLAVE];
  return {
    ...estate,
    monitor: {
      ...estate.monitor,
      archiveKeyArns: Object.fromEntries(stacks.map((stack, index) => [stack, anotherKey(keyArn, index)])),
    },
    sites,
    flows: estate.flows.filter(({ from }) => from === model.id || from === "enclave"),
    accesses: [],
  };
}

/** A key's id ends with twelve digits. */
function anotherKey(arn: string, index: number): string {
  return arn.slice(0, -12) + String(index).padStart(12, "0");
}
