"""Buckets on a server of our own that speaks S3 (moto's), for who keeps media in one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import boto3
from moto.server import ThreadedMotoServer

from sakip.web.shared_settings import media_storage

_NUMBERS = count(1)


@contextmanager
def bucket_server() -> Iterator[str]:
    """A running server; its address."""
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    try:
        host, port = running.get_host_and_port()
        yield f"http://{host}:{port}"
    finally:
        running.stop()


def storages(server: str, bucket: str) -> dict[str, Any]:
    """The setting STORAGES of an installation whose media are in this bucket."""
    environment = {
        "SAKIP_S3_ADDRESS": server,
        "SAKIP_S3_BUCKET": bucket,
        "SAKIP_S3_KEY": "kunci",
        "SAKIP_S3_SECRET": "rahasia",
    }
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    return {"default": media_storage(environment), "staticfiles": static}


def new_bucket(server: str) -> str:
    """The name of a bucket that is empty."""
    name = f"sakip-{next(_NUMBERS)}"
    boto3.client(
        "s3",
        endpoint_url=server,
        aws_access_key_id="kunci",
        aws_secret_access_key="rahasia",
        region_name="us-east-1",
    ).create_bucket(Bucket=name)
    return name
