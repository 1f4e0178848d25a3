import { Command } from "commander";
import { Model } from "../../policies/model/model";
import { whereIs, type Found } from "../../policies/residency/where";
import { estateOption } from "../estate-option";
import { Failure } from "../failure";
import { inputsAt, judgingEstate, unlessUnreadable } from "../judging";
import { SYNTHESIZED } from "../project";
import { say } from "../say";
import { table } from "../table";

interface Options {
  readonly estate?: string;
  readonly json?: boolean;
}

export function whereCommand(): Command {
  return new Command("where")
    .description("print every place that a stack's restricted data can be in, its keys, and who may reach it")
    .argument("<stack>", "a site's name, or enclave")
    .argument("[path...]", "as for check", [SYNTHESIZED])
    .addOption(estateOption())
    .option("--json", "print it as JSON")
    .action((stack: string, paths: readonly string[], { estate, json }: Options) => {
      const found = unlessUnreadable(() => findWhere(stack, paths, estate));
      say(json ? JSON.stringify(found, null, 2) : told(stack, found));
    });
}

/** @throws Failure when that stack is not among what is judged */
function findWhere(stack: string, paths: readonly string[], named: string | undefined): Found {
  const judging = judgingEstate(named);
  const { sources, whole } = inputsAt(paths, judging);
  const model = new Model(sources);
  if (!model.stacks.includes(stack)) {
    throw new Failure(`There is no stack ${stack} in ${paths.join(", ")}: it holds ${model.stacks.join(", ")}.`);
  }
  return whereIs({ model, whole, estate: judging.estate, today: judging.today }, stack);
}

function told(stack: string, { places, readers }: Found): string {
  if (places.length === 0) return `${stack} holds no restricted data.`;
  const rows = places.flatMap(({ place, stands, by, declaredBy, stores }) =>
    (stores.length > 0 ? stores : [undefined]).map((store) => [
      place,
      stands,
      store ? `${store.stack}/${store.address}` : "",
      store ? (store.key ?? "none in the output") : "",
      by.length > 0 ? by.join(", then ") : "kept here",
      declaredBy.join(", "),
    ]),
  );
  const who = readers.map(({ who: name, stands, by, declaredBy }) => [
    name,
    stands,
    by.join(", then "),
    declaredBy.join(", ") || "nothing",
  ]);
  return [
    `Restricted data of ${stack} can be in:`,
    table(["Place", "Stands", "Held by", "Key", "How it gets there", "Declared by"], rows),
    readers.length > 0 ? "and be reached from there by:" : "Nobody else may reach it.",
    ...(readers.length > 0 ? [table(["Who", "Stands", "How", "Declared by"], who)] : []),
  ].join("\n");
}
