import { installedEmulator } from "../../cli/local/python";

/** Once, before tests that run side by side would each install it. */
export default function install(): void {
  installedEmulator(console.log);
}
