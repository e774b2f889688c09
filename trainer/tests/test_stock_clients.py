"""Clients that nobody here wrote: OpenEnv's, MCP's and MLflow's own, against our servers."""

import asyncio
import json
import math
import urllib.request
from typing import Any

import mlflow
import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamablehttp_client
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag
from mlflow.exceptions import MlflowException
from openenv import GenericEnvClient
from scripts import answer_message, find_task, solution

TASK = "vehicle-train-01-base"


def test_openenvs_client_plays_a_whole_task(server: dict[str, Any]) -> None:
    with GenericEnvClient(base_url=server["url"]).sync() as client:
        result = client.reset(suite="starter", task=TASK, seed=7)
        assert [message["role"] for message in result.observation["messages"]] == ["system", "user"]
        rewards = []
        for text in solution(find_task(TASK)):
            assert not result.done
            result = client.step({"type": "assistant", "content": text})
            rewards.append(result.reward)
        assert result.done
        assert [reward for reward in rewards if reward is not None] == [1.0, 1.0, 1.0]
        assert result.observation["reward_extra_info"]["success"] == 1
        assert client.state()["done"] is True


@pytest.mark.parametrize("base", ["{url}/env/{token}", "http://any:{token}@{host}"])
def test_openenvs_client_brings_a_run_token_in_the_path_or_as_basic_auth(server: dict[str, Any], base: str) -> None:
    url = base.format(url=server["url"], host=server["url"].removeprefix("http://"), token=server["tokens"]["hints"])
    with GenericEnvClient(base_url=url).sync() as client:
        client.reset(task=TASK, stage="hints", training_step=1, group="stock", rollout=0)
        assert client.state()["recorded"] is True
        for text in solution(find_task(TASK)):
            result = client.step({"type": "assistant", "content": text})
        assert result.done


def test_openenvs_client_is_told_what_is_wrong(server: dict[str, Any]) -> None:
    with GenericEnvClient(base_url=server["url"]).sync() as client:
        with pytest.raises(Exception, match="no task"):
            client.reset(suite="starter", task="no such task")
        client.reset(suite="starter", task=TASK)
        with pytest.raises(Exception, match="tool_calls"):
            client.step({"type": "tool_calls", "calls": []})


def test_mcps_client_lists_tools_and_plays_a_task(server: dict[str, Any]) -> None:
    async def scenario() -> tuple[list[str], list[str]]:
        address = f"{server['url']}/mcp?suite=starter&task={TASK}"
        async with streamablehttp_client(address) as (reader, writer, _), ClientSession(reader, writer) as client:
            await client.initialize()
            names = [tool.name for tool in (await client.list_tools()).tools]
            texts = []
            for message in solution(find_task(TASK)):
                calls = message.partition("<tool_call>")[2].removesuffix("</tool_call>")
                for call in json.loads(calls) if calls else [{"name": "answer_user", "arguments": {"text": "Done."}}]:
                    result = await client.call_tool(call["name"], call["arguments"])
                    assert not result.isError, result
                    texts.append(result.content[0].text)
            return names, texts

    names, texts = asyncio.run(scenario())
    assert {"startEngine", "answer_user"} <= set(names)
    assert "The episode is over." in texts[-1]
    assert json.loads(texts[-1].partition("over. ")[2])["success"] == 1


def ask_mcp(server: dict[str, Any], method: str, params: dict[str, Any]) -> dict[str, Any]:
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    headers = {"content-type": "application/json"}
    request = urllib.request.Request(f"{server['url']}/mcp", json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as reply:
        return dict(json.loads(reply.read()))


def test_sessions_of_mcp_are_made_and_ended_as_openenv_does_it(server: dict[str, Any]) -> None:
    reset = {"suite": "starter", "task": TASK}
    session = ask_mcp(server, "openenv/session/create", {"reset": reset})["result"]["session_id"]
    tools = ask_mcp(server, "tools/list", {"session_id": session})["result"]["tools"]
    assert "startEngine" in [tool["name"] for tool in tools]
    assert ask_mcp(server, "openenv/session/close", {"session_id": session})["result"]["closed"] is True
    assert "error" in ask_mcp(server, "tools/list", {"session_id": session})


@pytest.fixture
def tracking(server: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> MlflowClient:
    monkeypatch.setenv("MLFLOW_DISABLE_TELEMETRY", "true")
    return MlflowClient(tracking_uri=server["tracking"])


def test_mlflows_client_reads_back_what_it_logged(tracking: MlflowClient) -> None:
    experiment = tracking.create_experiment("stock client")
    run = tracking.create_run(experiment, run_name="by hand").info.run_id
    values = [1.5, math.nan, math.inf, -math.inf, 0.25]
    metrics = [Metric("actor/entropy", value, 1_700_000_000_000 + step, step) for step, value in enumerate(values)]
    tracking.log_batch(run, metrics, [Param("lr", "1e-06")], [RunTag("kind", "test")])
    tracking.log_metric(run, "critic/rewards/mean", 0.5, step=9)
    tracking.set_terminated(run, "FINISHED")

    history = [point.value for point in tracking.get_metric_history(run, "actor/entropy")]
    assert [math.isnan(value) for value in history] == [False, True, False, False, False]
    assert [history[0], *history[2:]] == [1.5, math.inf, -math.inf, 0.25]
    found = tracking.get_run(run)
    assert (found.data.params["lr"], found.data.tags["kind"]) == ("1e-06", "test")
    assert found.data.metrics["critic/rewards/mean"] == 0.5
    assert found.info.status == "FINISHED"
    assert run in [one.info.run_id for one in tracking.search_runs([experiment])]
    assert tracking.get_experiment_by_name("stock client").experiment_id == experiment
    assert tracking.get_experiment_by_name("nowhere") is None


def test_mlflows_fluent_interface_and_artifacts_work(
    server: dict[str, Any], tracking: MlflowClient, tmp_path: Any
) -> None:
    mlflow.set_tracking_uri(server["tracking"])
    mlflow.set_experiment("of the fluent interface")
    with mlflow.start_run(run_name="uninvited") as run:
        mlflow.log_params({"batch": 16})
        mlflow.log_metrics({"reward": 0.75}, step=3)
        mlflow.log_text("a trajectory", "notes/one.txt")
    place = tracking.download_artifacts(run.info.run_id, "notes/one.txt", str(tmp_path))
    with open(place, encoding="utf-8") as file:
        assert file.read() == "a trajectory"


def test_mlflows_client_with_a_run_token_reaches_its_own_run_alone(
    server: dict[str, Any], tracking: MlflowClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tracking.create_run("0").info.run_id
    monkeypatch.setenv("MLFLOW_TRACKING_TOKEN", server["tokens"]["hints"])
    tracking.log_metric(server["trackingId"], "reward", 0.5, step=1)
    assert tracking.get_run(server["trackingId"]).data.metrics["reward"] == 0.5
    with pytest.raises(MlflowException, match="PERMISSION_DENIED"):
        tracking.log_metric(other, "reward", 0.5)


def test_a_message_of_ones_own_is_no_answer(server: dict[str, Any]) -> None:
    """The helpers of these tests do what they say: an answer alone solves nothing that needs calls."""
    with GenericEnvClient(base_url=server["url"]).sync() as client:
        client.reset(suite="starter", task=TASK)
        assert client.step({"type": "assistant", "content": answer_message()}).reward == 0.0
