"""Kinesis: tags given when a stream is created are kept, which moto forgets."""

from moto.kinesis.responses import KinesisResponse

from patch import around


@around(KinesisResponse, "create_stream")
def create_stream(original, self):
    answer = original(self)
    tags = self._get_param("Tags")
    if tags:
        self.kinesis_backend.add_tags_to_stream(None, self._get_param("StreamName"), tags)
    return answer
