"""A line between client and server that can be cut at will."""

import asyncio
from typing import Self
from urllib.parse import urlsplit


class BreakingLine:
    """Passes bytes through to a server on this machine."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self._host, self._port = parts.hostname, parts.port
        self._writers: list[asyncio.StreamWriter] = []
        self._server: asyncio.Server | None = None
        self._swallow = 0
        self.url = ""
        self.opened = 0
        """How many connections there have been."""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._pass, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def cut(self) -> None:
        """Breaks every line that is open, without a good-bye."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    def cut_at_next_answer(self) -> None:
        """Breaks the line when the server answers the next message: the client never sees the answer."""
        self._swallow = 1

    async def close(self) -> None:
        """Breaks all lines and takes no new ones."""
        if self._server is not None:
            self._server.close()
        self.cut()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.opened += 1
        there_reader, there_writer = await asyncio.open_connection(self._host, self._port)
        self._writers += [writer, there_writer]
        await asyncio.gather(self._copy(reader, there_writer, False), self._copy(there_reader, writer, True))

    async def _copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answers: bool) -> None:
        try:
            while data := await reader.read(65_536):
                if answers and self._swallow and not data.startswith(b"HTTP/1.1 101"):
                    self._swallow = 0
                    self.cut()
                    return
                writer.write(data)
                await writer.drain()
        except ConnectionError:
            pass
        writer.close()
