"""DynamoDB: an export lays down its manifests as well as its data, and is named as an export.

moto writes one data file without the manifests by which AWS says what belongs to an export and that it is whole.
"""

import base64
import hashlib
import json
import uuid

from moto.core.utils import gzip_compress
from moto.dynamodb.models.table_export import TableExport
from moto.dynamodb.models.utilities import dynamo_json_dump

from patch import around


@around(TableExport, "__init__")
def begin(original, self, *args, **kwargs):
    original(self, *args, **kwargs)
    self.export_id = uuid.uuid4().hex
    self.arn = f"{self.table.table_arn}/export/{self.export_id}"
    self.folder = "/".join(part for part in (self.s3_prefix, "AWSDynamoDB", self.export_id) if part)


@around(TableExport, "_backup_to_s3_file")
def write(original, self, backend):
    lines = [dynamo_json_dump(item.to_json(root_attr_name="Item")) for item in self.table.all_items()]
    data = gzip_compress("".join(line + "\n" for line in lines).encode())
    name = f"{self.folder}/data/{uuid.uuid4().hex}.json.gz"
    key = backend.put_object(self.s3_bucket, name, data)
    self.item_count = len(lines)
    self.processed_bytes = sum(len(line) for line in lines)
    files = {
        "itemCount": len(lines),
        "md5Checksum": base64.b64encode(hashlib.md5(data).digest()).decode(),
        "etag": key.etag.strip('"'),
        "dataFileS3Key": name,
    }
    backend.put_object(self.s3_bucket, f"{self.folder}/manifest-files.json", (json.dumps(files) + "\n").encode())
    summary = {
        "version": "2020-06-30",
        "exportArn": self.arn,
        "tableArn": self.table.table_arn,
        "s3Bucket": self.s3_bucket,
        "s3Prefix": self.s3_prefix,
        "manifestFilesS3Key": f"{self.folder}/manifest-files.json",
        "itemCount": len(lines),
        "outputFormat": "DYNAMODB_JSON",
    }
    backend.put_object(self.s3_bucket, f"{self.folder}/manifest-summary.json", json.dumps(summary).encode())
    self.status = "COMPLETED"


@around(TableExport, "response")
def response(original, self):
    return original(self) | {"ExportManifest": f"{self.folder}/manifest-summary.json"}
