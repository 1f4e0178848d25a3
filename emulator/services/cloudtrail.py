"""CloudTrail: an ARN is accepted wherever a name is, as on AWS, and two trails of an account do not clash."""

import json

from moto.cloudtrail.models import CloudTrailBackend as _CT
from moto.cloudtrail.responses import CloudTrailResponse as _CTR


_CT.delete_trail = lambda self, name: self.trails.pop(self.get_trail(name).trail_name, None)


def describe_trails(self):
    want = self._get_param("trailNameList") or []
    ts = self.cloudtrail_backend.describe_trails(self._get_param("includeShadowTrails", True))
    return json.dumps(
        {
            "trailList": [
                {**t.description(include_region=True), "HasInsightSelectors": bool(t.insight_selectors)}
                for t in ts
                if not want or t.arn in want or t.trail_name in want
            ]
        }
    )


_CTR.describe_trails = describe_trails
