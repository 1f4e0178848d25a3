"""What exists before anything is deployed: the organization with its accounts, and ids that AWS would choose.

On AWS the declared organization and accounts exist already and are imported by their ids; here they are
made when the emulator starts. AWS also chooses a KMS key's id; where a deployment relies on a key whose id
was handed over beforehand, the first key of that account, region and `purpose` tag gets the seeded one.

    {
      "organization": {
        "id": "o-exampleorg1",
        "managementAccount": "111111111111",
        "accounts": [{"id": "222222222222", "name": "dublin", "email": "dublin@example.org"}]
      },
      "keys": [{"account": "999999999999", "region": "eu-west-2", "purpose": "archive", "id": "<uuid>"}]
    }
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from moto.organizations.models import FakeAccount, organizations_backends
from moto.organizations.utils import DEFAULT_RCP_POLICY_ID, DEFAULT_SCP_POLICY_ID

from services import kms

PARTITION = "aws"


class Seed:
    """A seed file's content, applied at the start and after something was forgotten."""

    def __init__(self, path: Path | None) -> None:
        text = path.read_text() if path else "{}"
        self.digest = hashlib.sha256(text.encode()).hexdigest()
        self._content: dict[str, Any] = json.loads(text)

    def apply(self, account: str | None = None) -> None:
        """Makes what the seed declares, or what it declares of one account."""
        organization = self._content.get("organization")
        if organization and account in (None, organization["managementAccount"]):
            _found_organization(organization)
        keys = self._content.get("keys", [])
        kms.expect_keys([key for key in keys if account in (None, key["account"])])


def _found_organization(declared: dict[str, Any]) -> None:
    management = declared["managementAccount"]
    backend = organizations_backends[management][PARTITION]
    backend.create_organization(region="us-east-1", FeatureSet="ALL")
    backend.org.id = declared["id"]
    for policy in backend.policies:
        policy.organization_id = declared["id"]
    for account in declared["accounts"]:
        _add_member(backend, management, account)


def _add_member(backend: Any, management: str, declared: dict[str, str]) -> None:
    """As moto's own `create_account`, but with the declared id."""
    account = FakeAccount(backend.org, AccountName=declared["name"], Email=declared["email"])
    account.id = declared["id"]
    backend.accounts.append(account)
    organizations_backends.master_accounts[account.id] = (management, PARTITION)
    for policy_id in (DEFAULT_SCP_POLICY_ID, DEFAULT_RCP_POLICY_ID):
        backend.attach_policy(PolicyId=policy_id, TargetId=account.id)
