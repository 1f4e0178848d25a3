import { rmSync } from "node:fs";
import { synthsOfThisRun } from "./synths-of-this-run";

export default function tearDown(): void {
  rmSync(synthsOfThisRun(), { recursive: true });
}
