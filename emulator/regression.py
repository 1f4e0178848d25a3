#!/usr/bin/env python3
"""Applies, re-plans and destroys every root under roots/ with real Terraform and the real AWS provider.

    python regression.py [ROOT...]

Starts server.py with the same Python on a free port, and stops it. One line a root; exit 0 when each
applied whole, planned no change afterwards, and was destroyed as far as AWS destroys at once. Terraform's
own settings (TF_CLI_CONFIG_FILE) say where the provider comes from. Run it whenever moto's version changes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOTS = Path(__file__).parent / "roots"
NOWHERE = "http://127.0.0.1:9"
# What AWS refuses to destroy, and so does the emulator: the one error that the root's destruction ends with.
KEPT = {
    "data": "Table 'protected' can't be deleted while DeletionProtectionEnabled is set to True",
    # A closed account stays a member for 90 days.
    "org": "To delete an organization you must first remove all member accounts",
}
NO_CHANGES = 0


@dataclass(frozen=True)
class Outcome:
    root: str
    resources: int
    failure: str

    def __str__(self) -> str:
        return f"{self.root:8} {self.resources:3} resources  {self.failure or 'applied, clean, destroyed'}"


def main(names: list[str]) -> int:
    outcomes = []
    with emulator() as url:
        for root in names or sorted(path.name for path in ROOTS.iterdir()):
            outcome = judge(root, environment(url))
            print(outcome, flush=True)
            outcomes.append(outcome)
    failed = [outcome for outcome in outcomes if outcome.failure]
    print(f"{len(outcomes)} roots, {sum(o.resources for o in outcomes)} resources, {len(failed)} failed")
    return 1 if failed or not outcomes else 0


@contextmanager
def emulator() -> Iterator[str]:
    """A server of its own, and its URL."""
    command = [sys.executable, str(Path(__file__).parent / "server.py"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        announced = server.stdout.readline().strip() if server.stdout else ""
        if not announced.startswith("listening on "):
            sys.exit(f"the emulator did not start: {announced or 'no output'}")
        try:
            yield announced.removeprefix("listening on ")
        finally:
            server.terminate()


def judge(root: str, env: dict[str, str]) -> Outcome:
    with tempfile.TemporaryDirectory(prefix=f"clover-{root}-") as folder:
        work = Path(folder) / root
        shutil.copytree(ROOTS / root, work)
        steps = [
            ("init", ["init", "-input=false"]),
            ("apply", ["apply", "-auto-approve", "-input=false", "-parallelism=20"]),
            ("re-plan", ["plan", "-input=false", "-detailed-exitcode"]),
        ]
        for name, arguments in steps:
            result = terraform(work, env, *arguments)
            if result.returncode != NO_CHANGES:
                return Outcome(root, count(work, env), f"{name} failed:\n{result.stdout[-2000:]}")
        resources = count(work, env)
        result = terraform(work, env, "destroy", "-auto-approve", "-input=false")
        errors = result.stdout.split("Error: ")[1:]
        kept = len(errors) == 1 and root in KEPT and KEPT[root] in errors[0]
        if kept != (root in KEPT) or (errors and not kept):
            return Outcome(root, resources, f"destroy failed:\n{result.stdout[-2000:]}")
        return Outcome(root, resources, "")


def count(work: Path, env: dict[str, str]) -> int:
    listed = terraform(work, env, "state", "list").stdout.splitlines()
    return len([address for address in listed if address.startswith("aws_")])


def terraform(work: Path, env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["terraform", *arguments, *(["-no-color"] if arguments[0] != "state" else [])],
        cwd=work,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def environment(url: str) -> dict[str, str]:
    """This process's environment, pointed at the emulator and at nothing else."""
    unset = ("AWS_CA_BUNDLE", "AWS_PROFILE", "http_proxy", "https_proxy", "no_proxy")
    return {
        **{name: value for name, value in os.environ.items() if name not in unset},
        "AWS_ENDPOINT_URL": url,
        "HTTP_PROXY": url,
        "HTTPS_PROXY": NOWHERE,
        "NO_PROXY": "",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_REGION": "eu-west-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "CHECKPOINT_DISABLE": "1",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
