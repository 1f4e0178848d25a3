"""AWS Backup: account settings, vault policies and selections, which moto has no routes for; tags of a vault.

No backup is ever taken, so a vault holds no recovery points.
"""

import json
import time
import uuid
from urllib.parse import unquote

from moto.backup.responses import BackupResponse

from patch import method_of
from request import Answer, Request, not_found


def handle(request: Request) -> Answer:
    match request.path_parts:
        case ["account-settings"]:
            return _settings(request)
        case ["backup-vaults", vault, "access-policy"]:
            return _vault_policy(request, vault)
        case ["backup-vaults", _, "recovery-points"] if request.method == "GET":
            return {"RecoveryPoints": []}
        case ["backup", "plans", plan, "selections"]:
            return _select(request, plan) if request.method == "PUT" else _selections(request, plan)
        case ["backup", "plans", _, "selections", selection]:
            return _selection(request, selection)
    return None


def _settings(request: Request) -> Answer:
    settings = request.state.setdefault(
        "settings", {"ResourceTypeOptInPreference": {}, "ResourceTypeManagementPreference": {}}
    )
    if request.method == "GET":
        return settings
    for name, preferences in settings.items():
        preferences.update(request.parameters.get(name) or {})
    return {}


def _vault_policy(request: Request, vault: str) -> Answer:
    policies = request.state.setdefault("policies", {})
    if request.method == "PUT":
        policies[vault] = request.parameters["Policy"]
        return {}
    if request.method == "DELETE":
        policies.pop(vault, None)
        return {}
    if vault not in policies:
        return not_found()
    return {
        "BackupVaultName": vault,
        "BackupVaultArn": request.arn("backup", f"backup-vault:{vault}"),
        "Policy": policies[vault],
    }


def _select(request: Request, plan: str) -> Answer:
    created = {"SelectionId": str(uuid.uuid4()), "BackupPlanId": plan, "CreationDate": int(time.time())}
    selections = request.state.setdefault("selections", {})
    selections[created["SelectionId"]] = {**created, "BackupSelection": request.parameters["BackupSelection"]}
    return created


def _selections(request: Request, plan: str) -> Answer:
    of_plan = [
        {
            "SelectionId": selection["SelectionId"],
            "BackupPlanId": plan,
            "SelectionName": selection["BackupSelection"]["SelectionName"],
        }
        for selection in request.state.get("selections", {}).values()
        if selection["BackupPlanId"] == plan
    ]
    return {"BackupSelectionsList": of_plan}


def _selection(request: Request, selection: str) -> Answer:
    selections = request.state.setdefault("selections", {})
    if selection not in selections:
        return not_found()
    if request.method == "GET":
        return selections[selection]
    selections.pop(selection)
    return {}


@method_of(BackupResponse)
def list_tags(self):
    """moto counts path segments from a trailing slash, which the Go SDK does not send."""
    arn = unquote(self.path.split("/tags/")[-1]).rstrip("/")
    return json.dumps({"Tags": self.backup_backend.list_tags(resource_arn=arn)})
