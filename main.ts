import "./stacks/without-token-traces";
import { App } from "cdktf";
import { chosenEstate } from "./config/chosen";
import { buildEstate } from "./stacks/build-estate";

/** Composition root: loads the chosen estate, builds its stacks and writes them; a refusal writes nothing. */
function main(): void {
  const { estate, notices } = chosenEstate(process.env);
  for (const notice of notices) console.log(notice);
  const app = new App();
  buildEstate(app, estate);
  app.synth();
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
