/** By itself what any check must do at least: reads and parses the stacks in a folder. */
import { stackTexts } from "./stack-texts";

for (const text of stackTexts(process.argv[2]!)) JSON.parse(text);
process.stdout.write("{}");
