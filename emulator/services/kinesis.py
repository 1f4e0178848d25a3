"""Kinesis: tags given when a stream is created are kept."""

from moto.kinesis.responses import KinesisResponse as KR


_cs = KR.create_stream


def create_stream(self):
    r = _cs(self)
    tags = self._get_param("Tags")
    if tags:
        self.kinesis_backend.add_tags_to_stream(None, self._get_param("StreamName"), tags)
    return r


KR.create_stream = create_stream
