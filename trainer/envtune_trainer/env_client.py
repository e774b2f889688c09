"""Episodes over a WebSocket: OpenEnv's messages, numbered steps, the same episode again after a lost line."""

import asyncio
import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus, WebSocketException

from envtune_trainer.stage import BadStageError, UnreachableError

Played = dict[str, Any]
"""What came back for a reset or a step: observation, reward, done."""
_LINE_BROKEN = (OSError, WebSocketException)  # a TimeoutError is an OSError


class EpisodeLostError(Exception):
    """The episode cannot be continued and counts for nothing: it must never be scored as a reward of 0."""


def session_url(base: str, token: str | None) -> str:
    """The address of sessions below a base: `http://host:1` with token `t` is `ws://host:1/env/t/ws`."""
    address = re.sub("^http", "ws", base).rstrip("/")
    if token and not address.endswith(f"/env/{token}"):
        address = f"{address.removesuffix('/env')}/env/{token}"
    return f"{address}/ws"


class EnvClient:
    """One session: at most one episode at a time. Every wait has an end; what cannot be repeated is lost honestly."""

    def __init__(self, url: str, *, attempts: int = 10, first_pause: float = 0.5) -> None:
        token = os.environ.get("ENVTUNE_RUN_TOKEN")
        self._url = session_url(url, token)
        self._server = f"The environment server at {self._url.replace(token, '…') if token else self._url}"
        self._attempts, self._first_pause = attempts, first_pause
        self._socket: ClientConnection | None = None
        self._episode: str | None = None
        self._sequence = 0

    async def reset(self, arguments: dict[str, Any]) -> Played:
        """Opens an episode under the name `episode_id`, by which a broken line finds it again."""
        self._episode, self._sequence = None, 0
        name = arguments["episode_id"]
        # a reset whose answer was lost has left an episode of that name behind
        names = [name, *(f"{name}~{attempt}" for attempt in range(1, self._attempts))]
        attempt, played = await self._ask("reset", lambda at: {**arguments, "episode_id": names[at]})
        self._episode = names[attempt]
        return played

    async def step(self, action: dict[str, Any]) -> Played:
        """Plays an action. Sent again after a broken line, it is answered again and not played twice."""
        _, played = await self._ask("step", lambda _: {**action, "sequence": self._sequence})
        self._sequence += 1
        return played

    async def state(self) -> dict[str, Any]:
        """Where the episode stands; never what is expected of it."""
        return (await self._ask("state", lambda _: None))[1]

    async def close(self) -> None:
        """Ends the session; a line that is already gone is no failure."""
        with suppress(*_LINE_BROKEN):
            if self._socket is not None:
                await self._socket.send(json.dumps({"type": "close"}))
        await self._drop()

    async def _ask(self, kind: str, data_of: Callable[[int], Any]) -> tuple[int, dict[str, Any]]:
        reason: Exception | None = None
        for attempt in range(self._attempts):
            if attempt > 0:
                await asyncio.sleep(min(self._first_pause * 2 ** (attempt - 1), 15.0))
            try:
                if self._socket is None:
                    self._socket = await self._connect()
                    if self._episode is not None:
                        await self._exchange(self._socket, "attach", {"episode_id": self._episode})
                return attempt, await self._exchange(self._socket, kind, data_of(attempt))
            except _LINE_BROKEN as error:
                reason = error
                await self._drop()
        said = f"the line is gone for good ({type(reason).__name__}: {reason})"
        if kind == "reset":
            raise UnreachableError(f"{self._server} opens no episode: {said}")
        raise EpisodeLostError(said)

    async def _exchange(self, socket: ClientConnection, kind: str, data: Any) -> dict[str, Any]:
        async with asyncio.timeout(120):
            await socket.send(json.dumps({"type": kind, "data": data}))
            reply = json.loads(await socket.recv())
        if reply["type"] != "error":
            return dict(reply["data"])
        code, text = reply["data"]["code"], reply["data"]["message"]
        if code in ("CAPACITY_REACHED", "FACTORY_ERROR"):
            raise ConnectionError(text)  # not now: all sessions are in use, or the server's database is away
        if code == "EXECUTION_ERROR" or kind == "attach" or (code == "SESSION_ERROR" and kind == "step"):
            raise EpisodeLostError(f"The environment server has let the episode go: {text}")
        if code == "SESSION_ERROR" and kind == "reset":
            raise UnreachableError(f"{self._server} does not let us in: {text}")
        raise BadStageError(f"The environment server refuses a {kind}: {code}: {text}")

    async def _connect(self) -> ClientConnection:
        try:
            # a long generation would miss the answers to our pings; the server's own pings find a dead line
            return await connect(self._url, max_size=None, ping_interval=None, compression=None, close_timeout=2)
        except InvalidStatus as error:
            if error.response.status_code not in (401, 403):
                raise
            said = (error.response.body or b"").decode(errors="replace").strip()
            raise UnreachableError(f"{self._server} does not let us in: {said}") from error

    async def _drop(self) -> None:
        socket, self._socket = self._socket, None
        if socket is not None:
            await socket.close()
