"""CloudTrail: an ARN is accepted wherever a name is, as on AWS; moto compares names alone."""

import json

from moto.cloudtrail.models import CloudTrailBackend
from moto.cloudtrail.responses import CloudTrailResponse

from patch import method_of


@method_of(CloudTrailBackend)
def delete_trail(self, name):
    self.trails.pop(self.get_trail(name).trail_name, None)


@method_of(CloudTrailResponse)
def describe_trails(self):
    wanted = self._get_param("trailNameList") or []
    trails = self.cloudtrail_backend.describe_trails(self._get_param("includeShadowTrails", True))
    described = [
        {**trail.description(include_region=True), "HasInsightSelectors": bool(trail.insight_selectors)}
        for trail in trails
        if not wanted or trail.arn in wanted or trail.trail_name in wanted
    ]
    return json.dumps({"trailList": described})
