"""Media in a bucket of S3-compatible storage, which every machine reads and writes: by the same names as in a folder.

Two promises of a folder are kept. What a name holds is not replaced: the bucket is asked to refuse a second one, and
that gets a name of its own. And what goes wrong is an OSError, so that whoever knows what to say of a full or broken
disk (:mod:`sakip.web.storage_trouble`) says it of the bucket too.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from secrets import token_hex
from typing import Any, Final

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile
from storages.backends.s3 import S3File, S3Storage

#: Bytes of a file that is read which are kept in memory; the rest lies in a temporary file.
_IN_MEMORY: Final = 4 * 1024**2
#: Seconds for one answer, and how often it is asked for.
_CONNECT, _READ, _ATTEMPTS = 5, 60, 3

#: The error of a disk that an answer is, by its code; the answer to a question without a body has only a number.
_NUMBERS: Final = {
    **dict.fromkeys(("404", "NoSuchKey"), errno.ENOENT),
    **dict.fromkeys(("412", "PreconditionFailed", "ConditionalRequestConflict"), errno.EEXIST),
    **dict.fromkeys(("403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"), errno.EACCES),
    **dict.fromkeys(("507", "XMinioStorageFull", "QuotaExceeded"), errno.ENOSPC),
}


class SharedMedia(S3Storage):
    """The bucket; its options are those of the library, and the settings give the five that an office knows."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            file_overwrite=False,
            max_memory_size=_IN_MEMORY,
            # In the thread that asks: a worker that has another thread cannot put its task into a child.
            transfer_config=TransferConfig(use_threads=False),
            client_config=Config(
                signature_version="s3v4",
                s3={"addressing_style": "path"},  # a bucket is no name of the network
                connect_timeout=_CONNECT,
                read_timeout=_READ,
                retries={"total_max_attempts": _ATTEMPTS, "mode": "standard"},
                # Services other than Amazon's need not know the checksums that came later.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
            **options,
        )
        # The child of a worker must not speak through the sockets of its parent.
        os.register_at_fork(after_in_child=self._forget_connections)

    def _forget_connections(self) -> None:
        self.__setstate__(self.__getstate__())

    def _open(self, name: str, mode: str = "rb") -> _File:
        with _as_os_error(name):
            return _File(self._normalize_name(name), mode, self)

    def _save(self, name: str, content: Any) -> str:
        """Write it under this name or, where that is taken by now, under one that is not."""
        while True:
            content.seek(0)
            try:
                with _as_os_error(name):
                    self.connection.meta.client.put_object(
                        Bucket=self.bucket_name,
                        Key=self._normalize_name(name),
                        Body=content,
                        IfNoneMatch="*",
                        **self._get_write_parameters(name, content),
                    )
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name

    def delete(self, name: str) -> None:
        """Delete what this name holds, if anything."""
        with _as_os_error(name):
            super().delete(name)

    def exists(self, name: str) -> bool:
        """Whether the name holds something."""
        with _as_os_error(name):
            there: bool = super().exists(name)
        return there

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        """What is in a folder; of one that is not there, nothing."""
        with _as_os_error(name):
            found: tuple[list[str], list[str]] = super().listdir(name)
        return found

    def size(self, name: str) -> int:
        """Its bytes. Raises FileNotFoundError."""
        with _as_os_error(name):
            size: int = super().size(name)
        return size

    def get_modified_time(self, name: str) -> datetime:
        """When it was written. Raises FileNotFoundError."""
        with _as_os_error(name):
            moment: datetime = super().get_modified_time(name)
        return moment

    def problem(self) -> str:
        """What keeps the bucket from being used, found by using it; empty where nothing does."""
        name = f"periksa-{token_hex(8)}"
        second = ""
        try:
            self.save(name, ContentFile(b"1"))
            second = self._save(name, ContentFile(b"2"))
            with self._open(name) as file:
                kept = file.read()
            _ = self.size(name), self.get_modified_time(name), self.listdir("")
            if second == name or kept != b"1":
                return "bucket tidak menolak nama yang sudah terisi (If-None-Match pada PutObject tidak didukung)"
        except OSError as error:
            return f"{error.strerror}"
        finally:
            with suppress(OSError):
                for written in {name, second} - {""}:
                    self.delete(written)
        return ""


class _File(S3File):
    """A file of the bucket, fetched when it is first read."""

    def _get_file(self) -> Any:
        with _as_os_error(self.name):
            return super()._get_file()

    file: Any = property(_get_file, S3File._set_file)


@contextmanager
def _as_os_error(name: str) -> Iterator[None]:
    """Raise what the service refuses or does not answer as the error that a disk would give for this name."""
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        raise _os_error(code, name) from error
    except BotoCoreError as error:
        raise OSError(errno.EIO, "layanan S3 tidak menjawab", name) from error


def _os_error(code: str, name: str) -> OSError:
    if number := _NUMBERS.get(code):
        return OSError(number, os.strerror(number), name)
    return OSError(errno.EIO, f"layanan S3 menolak ({code})", name)
