import { Command, InvalidArgumentError, Option } from "commander";
import { deployRoleArn, planRoles } from "../../config/names";
import { estateOption, type OfEstate } from "../estate-option";
import { judgingEstate } from "../judging";
import { addOutputs, outputsOption } from "../outputs";
import { approvalProblems } from "../plan/approval";
import { commentOf } from "../plan/comment";
import { reportDrift } from "../plan/drift";
import { described } from "../plan/plan-record";
import { applyPlan, planStack, readRecord } from "../plan/terraform-plan";
import { declaredPlace, type Purpose } from "../plan/working-copy";
import { SYNTHESIZED } from "../project";
import { visible } from "../report/visible";
import { say } from "../say";
import { mustBeWritable, writeReport } from "../write-report";

interface Options extends OfEstate {
  readonly out: string;
  readonly as: Purpose;
  readonly outputs?: string;
}

/** What the workflows under `.github/` run; a person can run each by hand. */
export function pipelineCommand(): Command {
  return new Command("pipeline")
    .description("what CI runs for one stack: plan it, apply what was approved, tell the monitor of drift")
    .addCommand(roleCommand())
    .addCommand(approvalCommand())
    .addCommand(planCommand())
    .addCommand(applyCommand())
    .addCommand(driftCommand())
    .addCommand(commentCommand());
}

const purpose = () =>
  new Option("--as <purpose>", "in the role that can only read, or in the one that deploys")
    .choices(["plan", "deploy"])
    .default("plan");

function roleCommand(): Command {
  return new Command("role")
    .description("print the role and the region in which a stack is planned or deployed")
    .argument("<stack>", "the stack's id")
    .addOption(purpose())
    .addOption(estateOption())
    .addOption(outputsOption())
    .action((stack: string, { as, estate: named, outputs }: Options) => {
      const { estate } = judgingEstate(named);
      const place = declaredPlace(estate, stack);
      const role = as === "deploy" ? deployRoleArn(estate, place) : planRoles(estate, place).roleArn;
      addOutputs({ role, region: place.region }, outputs);
    });
}

function approvalCommand(): Command {
  return new Command("approval")
    .description(
      "whether GitHub has somebody else approve a deployment, of main alone; exit 1 names what it does not do",
    )
    .argument("<environment>", "file with what `gh api repos/OWNER/NAME/environments/deploy-STACK` says")
    .argument("<branches>", "file with what the same path says under `/deployment-branch-policies`")
    .action((environment: string, branches: string) => {
      const problems = approvalProblems(environment, branches);
      for (const problem of problems) say(visible(problem));
      if (problems.length > 0) process.exitCode = 1;
    });
}

function planCommand(): Command {
  return new Command("plan")
    .description("plan a stack, and record what the plan will do, with its digest")
    .argument("<stack>", "the stack's id")
    .argument("[path]", "synth folder", SYNTHESIZED)
    .requiredOption("--out <folder>", "where the plan goes; it holds what the state holds, so it stays on this machine")
    .addOption(purpose())
    .addOption(estateOption())
    .addOption(outputsOption())
    .action(async (stack: string, synthesized: string, { out, as, estate: named, outputs }: Options) => {
      const { estate } = judgingEstate(named);
      const record = await planStack({ estate, stack, purpose: as, synthesized, out });
      say(described(record));
      addOutputs({ digest: record.digest, changes: String(record.changes.length) }, outputs);
    });
}

function applyCommand(): Command {
  return new Command("apply")
    .description("apply the plan that lies in a folder, when it does what was approved; exit 1 when it does not")
    .argument("<folder>", "what `clover pipeline plan --as deploy` wrote")
    .requiredOption("--digest <sha256>", "digest of the plan that was approved", digestOf)
    .action(async (folder: string, { digest }: { readonly digest: string }) => {
      const { stack, changes } = await applyPlan(folder, digest);
      say(`${stack}: applied ${changes.length} changes, as approved in ${digest}.`);
    });
}

function driftCommand(): Command {
  return new Command("drift")
    .description("tell the monitor when a plan shows that what is deployed is not what is declared; exit 1 then")
    .argument("<folder>", "what `clover pipeline plan` wrote")
    .addOption(estateOption())
    .action(async (folder: string, { estate: named }: Options) => {
      const record = readRecord(folder);
      if (record.changes.length === 0) {
        say(`${record.stack}: as declared.`);
        return;
      }
      say(described(record));
      await reportDrift(judgingEstate(named).estate, record);
      say(`${record.stack}: the finding is on its way to the monitor.`);
      process.exitCode = 1;
    });
}

function commentCommand(): Command {
  return new Command("comment")
    .description("make one comment on a pull request out of several reports in Markdown")
    .argument("<file...>", "the reports, in order")
    .requiredOption("--out <file>", "where the comment goes")
    .action((files: readonly string[], { out }: { readonly out: string }) => {
      mustBeWritable([out], files);
      writeReport(commentOf(files), out);
    });
}

function digestOf(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new InvalidArgumentError("It must be a SHA-256 in lower-case hex.");
  return text;
}
