"""IAM: each partition has AWS's managed policies of its own.

moto looks every key up in every partition of every account, and reads a thousand policies into each: seconds in which
nothing else is answered. Here only the partition in which estates are deployed has any.
"""

from moto.iam.models import IAMBackend

from patch import around

PARTITION = "aws"


@around(IAMBackend, "_init_aws_policies")
def _policies_of_one_partition(original, self):
    return original(self) if self.partition == PARTITION else []
