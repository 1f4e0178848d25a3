"""AWS Backup: account settings, vault policies and selections, which moto has no routes for; tags of a vault."""

import json
import time
import uuid
from urllib.parse import unquote

from moto.backup.responses import BackupResponse as _BR


def now():
    return int(time.time())


def backup(method, path, p, s, acct, region):
    nf = ("ResourceNotFoundException", "not found")
    parts = [unquote(x) for x in path.strip("/").split("/")]
    if parts == ["account-settings"]:
        c = s.setdefault(
            "settings", {"ResourceTypeOptInPreference": {}, "ResourceTypeManagementPreference": {}}
        )
        if method == "PUT":
            [c[k].update(p.get(k) or {}) for k in c]
        return c if method == "GET" else {}
    if parts[0] == "backup-vaults" and parts[2:] == ["access-policy"]:
        g, name = s.setdefault("policies", {}), parts[1]
        if method == "PUT":
            g[name] = p["Policy"]
            return {}
        if method == "DELETE":
            g.pop(name, None)
            return {}
        return (
            {
                "BackupVaultName": name,
                "BackupVaultArn": f"arn:aws:backup:{region}:{acct}:backup-vault:{name}",
                "Policy": g[name],
            }
            if name in g
            else nf
        )
    if parts[0] == "backup-vaults" and parts[2:] == ["recovery-points"] and method == "GET":
        return {"RecoveryPoints": []}
    if parts[:2] == ["backup", "plans"] and parts[3:4] == ["selections"]:
        g, plan = s.setdefault("selections", {}), parts[2]
        if method == "PUT":
            i = str(uuid.uuid4())
            g[i] = {
                "SelectionId": i,
                "BackupPlanId": plan,
                "CreationDate": now(),
                "BackupSelection": p["BackupSelection"],
            }
            return {k: g[i][k] for k in ("SelectionId", "BackupPlanId", "CreationDate")}
        if len(parts) == 4:
            return {
                "BackupSelectionsList": [
                    {
                        "SelectionId": i,
                        "BackupPlanId": plan,
                        "SelectionName": x["BackupSelection"]["SelectionName"],
                    }
                    for i, x in g.items()
                    if x["BackupPlanId"] == plan
                ]
            }
        if parts[4] not in g:
            return nf
        return g[parts[4]] if method == "GET" else g.pop(parts[4]) and {}
    return None  # moto answers


def list_backup_tags(self):
    """moto counts path segments from a trailing slash, which the Go SDK does not send."""
    return json.dumps(
        {
            "Tags": self.backup_backend.list_tags(
                resource_arn=unquote(self.path.split("/tags/")[-1]).rstrip("/")
            )
        }
    )


_BR.list_tags = list_backup_tags
