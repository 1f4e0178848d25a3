import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ENCLAVE_PHASES, type Estate } from "../../config/estate";
import { PHASE_OUTPUT } from "../../config/names";
import { ENCLAVE } from "../../config/places";
import { Failure } from "../failure";
import { STATE } from "../project";

interface StateFile {
  readonly outputs?: Readonly<Record<string, { readonly value?: unknown }>>;
}

/** @throws Failure when the deployment would move the enclave back, or skip a phase */
export function requireNextPhase({ name, enclave: { phase } }: Estate): void {
  const deployed = deployedPhase(name);
  const steps = ENCLAVE_PHASES.indexOf(phase) - ENCLAVE_PHASES.findIndex((each) => each === deployed);
  if (deployed === undefined || steps === 0 || steps === 1) return;
  throw new Failure(
    `The enclave is deployed as ${deployed} and declared ${phase}: a deployment moves it on by one phase at most, and never back.`,
  );
}

/** What the state remembers of the enclave; nothing where it was never deployed. */
function deployedPhase(estate: string): string | undefined {
  const file = join(STATE, estate, `${ENCLAVE}.tfstate`);
  if (!existsSync(file)) return undefined;
  const value = (JSON.parse(readFileSync(file, "utf8")) as StateFile).outputs?.[PHASE_OUTPUT]?.value;
  return typeof value === "string" ? value : undefined;
}
