"""The client against a real environment server: whole tasks, broken lines, and failures that say what they are."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from line import BreakingLine
from scripts import find_task, solution

from envtune_trainer.env_client import EnvClient, EpisodeLostError, session_url
from envtune_trainer.stage import BadStageError, UnreachableError

TASK = "vehicle-train-01-base"


def arguments(name: str) -> dict[str, Any]:
    return {"suite": "starter", "task": TASK, "reward": "progress", "episode_id": name}


async def play_solution(client: EnvClient, name: str, before: Callable[[int], Awaitable[None]] | None = None) -> Any:
    played = await client.reset(arguments(name))
    for number, text in enumerate(solution(find_task(TASK))):
        if before is not None:
            await before(number)
        played = await client.step({"type": "assistant", "content": text})
    await client.close()
    return played


def test_a_known_solution_earns_the_full_reward(server: dict[str, str]) -> None:
    played = asyncio.run(play_solution(EnvClient(server["url"]), "solved"))
    assert played["done"]
    info = played["observation"]["reward_extra_info"]
    assert (info["reward"], info["success"], info["turns"]) == (1.0, 1.0, 3.0)


def test_a_broken_line_goes_on_with_the_same_episode(server: dict[str, str]) -> None:
    async def scenario() -> tuple[Any, int]:
        async with BreakingLine(server["url"]) as line:
            client = EnvClient(line.url, first_pause=0.01)

            async def cut(number: int) -> None:
                if number in (1, 3):
                    line.cut()

            return await play_solution(client, "broken", cut), line.opened

    played, opened = asyncio.run(scenario())
    assert opened == 3
    assert played["observation"]["reward_extra_info"]["reward"] == 1.0


def test_a_step_whose_answer_was_lost_is_answered_again_and_not_played_twice(server: dict[str, str]) -> None:
    async def scenario() -> tuple[Any, int]:
        async with BreakingLine(server["url"]) as line:
            client = EnvClient(line.url, first_pause=0.01)

            async def lose(number: int) -> None:
                if number in (0, 4):
                    line.cut_at_next_answer()

            return await play_solution(client, "repeated", lose), line.opened

    played, opened = asyncio.run(scenario())
    info = played["observation"]["reward_extra_info"]
    assert opened == 3
    assert (info["reward"], info["steps"]) == (1.0, float(len(solution(find_task(TASK)))))


def test_a_reset_whose_answer_was_lost_is_sent_again_under_another_name(server: dict[str, str]) -> None:
    async def scenario() -> dict[str, Any]:
        async with BreakingLine(server["url"]) as line:
            client = EnvClient(line.url, first_pause=0.01)
            line.cut_at_next_answer()
            await client.reset(arguments("reset-again"))
            state = await client.state()
            await client.close()
            return state

    assert asyncio.run(scenario())["episode_id"] == "reset-again~1"


def test_an_episode_whose_line_stays_broken_is_lost_and_not_a_reward_of_zero(server: dict[str, str]) -> None:
    async def scenario() -> None:
        async with BreakingLine(server["url"]) as line:
            client = EnvClient(line.url, attempts=3, first_pause=0.01)

            async def end(number: int) -> None:
                if number == 1:
                    await line.close()

            await play_solution(client, "lost", end)

    with pytest.raises(EpisodeLostError, match="gone for good"):
        asyncio.run(scenario())


def test_an_episode_that_the_server_has_let_go_is_lost(server: dict[str, str]) -> None:
    async def scenario() -> None:
        async with BreakingLine(server["url"]) as line:
            client = EnvClient(line.url, first_pause=0.01)
            await client.reset(arguments("let-go"))
            client._episode = "never-begun"
            line.cut()
            await client.step({"type": "assistant", "content": "…"})

    with pytest.raises(EpisodeLostError, match="let the episode go"):
        asyncio.run(scenario())


def test_a_server_that_is_not_there_is_said_to_be_unreachable() -> None:
    client = EnvClient("http://127.0.0.1:9", attempts=2, first_pause=0.01)
    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1:9/ws opens no episode"):
        asyncio.run(client.reset(arguments("nowhere")))


def test_a_token_that_nobody_gave_out_is_refused(server: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENVTUNE_RUN_TOKEN", "envtune_not_one")
    with pytest.raises(UnreachableError, match="does not let us in") as refused:
        asyncio.run(EnvClient(server["url"]).reset(arguments("stranger")))
    assert "envtune_not_one" not in str(refused.value)


def test_a_task_that_does_not_exist_is_a_mistake_and_not_tried_again(server: dict[str, str]) -> None:
    with pytest.raises(BadStageError, match="VALIDATION_ERROR"):
        asyncio.run(EnvClient(server["url"]).reset({**arguments("missing"), "task": "no such task"}))


def test_the_state_never_tells_what_is_expected(server: dict[str, str]) -> None:
    async def scenario() -> str:
        client = EnvClient(server["url"])
        await client.reset(arguments("state"))
        state = await client.state()
        await client.close()
        return json.dumps(state)

    assert "pressBrakePedal" not in asyncio.run(scenario())


@pytest.mark.parametrize(
    ("base", "token", "expected"),
    [
        ("http://h:1", None, "ws://h:1/ws"),
        ("https://h/", "t", "wss://h/env/t/ws"),
        ("ws://h:1/env", "t", "ws://h:1/env/t/ws"),
        ("ws://h:1/env/t", "t", "ws://h:1/env/t/ws"),
        ("http://h:1/proxy", "t", "ws://h:1/proxy/env/t/ws"),
    ],
)
def test_the_token_goes_into_the_base_path(base: str, token: str | None, expected: str) -> None:
    assert session_url(base, token) == expected
