"""Real GRPO steps of TRL on a CPU: a tiny random model, the real environment server, tokens watched all the way."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import torch
from mlflow import MlflowClient
from scripts import find_task, solution

from envtune_trainer import trl_engine
from envtune_trainer.episode import Episode, Sampled
from envtune_trainer.stage import BadStageError, Stage
from envtune_trainer.trl_engine import arguments, build_trainer, data_set, environment, sample

ROOT = Path(__file__).parents[1]


def stage_of(data: dict[str, Any], **changes: Any) -> Stage:
    return Stage.model_validate({**data, **changes})


def run_trainer(data: dict[str, Any], folder: Path, **variables: str) -> subprocess.Popen[str]:
    path = folder / "stage.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "-m", "envtune_trainer", "train", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **variables},
    )


def told(output: str) -> list[dict[str, Any]]:
    return [json.loads(line.removeprefix("ENVTUNE ")) for line in output.splitlines() if line.startswith("ENVTUNE ")]


def recorded(server: dict[str, Any]) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{server['tracking']}/episodes", timeout=30) as reply:
        return list(json.loads(reply.read()))


def log_of(checkpoint: Path) -> list[dict[str, Any]]:
    return list(json.loads((checkpoint / "trainer_state.json").read_text(encoding="utf-8"))["log_history"])


@pytest.mark.parametrize("family", ["qwen", "llama"])
def test_sampled_tokens_reach_the_training_batch_unchanged(
    stage_data: dict[str, Any], request: pytest.FixtureRequest, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything that the model wrote, at every call, against what GRPO is about to learn from."""
    trainer = build_trainer(stage_of(stage_data, model=str(request.getfixturevalue(family))), None)
    asked: list[tuple[list[int], Sampled]] = []

    def watched(trainer: Any, prompts: list[list[int]], rooms: list[int]) -> list[Sampled]:
        messages = sample(trainer, prompts, rooms)
        asked.extend(zip(prompts, messages, strict=True))
        return messages

    monkeypatch.setattr(trl_engine, "sample", watched)
    rows = trainer.train_dataset.select([0, 0, 1, 1])
    batch = trainer._generate_and_score_completions(list(rows))

    whole = [row[mask.bool()].tolist() for row, mask in full_rows(batch)]
    for prompt, message in asked:
        extended = prompt + list(message.token_ids)
        assert any(row[: len(extended)] == extended for row in whole), "a prompt or a message was changed"
    learned = sum(int(row.sum()) for row in (batch["tool_mask"] * batch["completion_mask"]))
    assert learned == sum(len(message.token_ids) for _, message in asked)
    assert len(asked) > len(whole), "episodes of one message show nothing"


def full_rows(batch: dict[str, Any]) -> Any:
    tokens = torch.cat([batch["prompt_ids"], batch["completion_ids"]], dim=1)
    masks = torch.cat([batch["prompt_mask"], batch["completion_mask"]], dim=1)
    return zip(tokens, masks, strict=True)


def test_log_probabilities_are_those_that_the_trainer_computes_itself(stage_data: dict[str, Any]) -> None:
    trainer = build_trainer(stage_of(stage_data), None)
    output = trainer.rollout_func([row["prompt"] for row in trainer.train_dataset.select([0, 0])], trainer)
    for prompt, completion, mask, logprobs in zip(
        *(output[key] for key in ("prompt_ids", "completion_ids", "env_mask", "logprobs")), strict=True
    ):
        tokens = torch.tensor([prompt + completion])
        with torch.no_grad():
            computed, *_ = trainer._get_per_token_logps_and_entropies(
                trainer.model, tokens, torch.ones_like(tokens), len(completion)
            )
        kept = torch.tensor(mask, dtype=torch.bool)
        assert torch.allclose(computed[0][kept], torch.tensor(logprobs)[kept], atol=1e-4)
        assert all(score == 0.0 for score, one in zip(logprobs, mask, strict=True) if not one)


def test_the_reward_is_the_environments_and_a_lost_episode_has_none(stage_data: dict[str, Any]) -> None:
    """A scripted model in place of the random one: one rollout solves its task, the other answers at once."""
    stage = stage_of(stage_data)
    trainer = build_trainer(stage, None)
    tokenizer, rollout = trainer.processing_class, trainer.rollout_func
    key = json.loads(trainer.train_dataset[0]["prompt"])["task"]
    script = [tokenizer.encode(text, add_special_tokens=False) for text in solution(find_task(key))]
    stage.settings.update(stepLength=2000, responseLength=10_000)
    turns: dict[int, int] = {}

    def speak(_: Any, prompts: list[list[int]], rooms: list[int]) -> list[Sampled]:
        messages = []
        for place in range(len(prompts)):
            said = turns[place] = turns.get(place, -1) + 1
            text = script[said] if place == 0 and said < len(script) else script[-1]
            messages.append(Sampled([*text, tokenizer.eos_token_id], [-0.1] * (len(text) + 1), 0))
        return messages

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trl_engine, "sample", speak)
        output = rollout([trainer.train_dataset[0]["prompt"]] * 2, trainer)
    solved: Episode = output["played"][0]
    assert (solved.info["progress"], solved.turn_scores) == (1.0, [1.0] * len(solved.turn_scores))
    logged: dict[str, float] = {}
    lost = Episode.__new__(Episode)
    lost.lost, lost.aside = True, False
    rewards = environment([solved, lost], logged.__setitem__)
    assert rewards == [solved.reward, None]
    assert logged["environment/progress"] == 1.0


def test_a_validation_with_hints_is_logged_beside_the_reward_and_not_in_it(stage_data: dict[str, Any]) -> None:
    standard, hinted = (Episode.__new__(Episode) for _ in range(2))
    for episode in (standard, hinted):
        episode.lost, episode.aside, episode.reward, episode.info = False, episode is hinted, 0.5, {"progress": 0.5}
    logged: dict[str, float] = {}
    assert environment([standard, hinted], logged.__setitem__) == [0.5, None]
    assert logged == {"reward_augmented": 0.5, "environment/progress": 0.5}


def test_an_episode_that_runs_out_of_length_is_truncated_and_ends_with_what_was_sampled(
    stage_data: dict[str, Any],
) -> None:
    trainer = build_trainer(stage_of(stage_data), None)
    output = trainer.rollout_func([trainer.train_dataset[0]["prompt"]] * 2, trainer)
    for episode in output["played"]:
        assert episode.truncated == "length"
        assert episode.info["truncated"] == 1.0
        assert len(episode.buffer.response_ids) <= 160
        assert episode.buffer.mask[-1] == 1


def test_a_stage_trains_and_a_killed_one_goes_on_from_its_checkpoint(
    stage_data: dict[str, Any], tmp_path: Path, server: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENVTUNE_RUN_TOKEN", server["tokens"]["syntax"])
    stage_data["stage"]["gate"]["maxSteps"] = 3
    monkeypatch.setenv("MLFLOW_TRACKING_URI", server["tracking"])
    monkeypatch.setenv("MLFLOW_RUN_ID", server["trackingId"])
    monkeypatch.setenv("MLFLOW_TRACKING_TOKEN", server["tokens"]["syntax"])
    folder = Path(stage_data["checkpoints"]["folder"])
    first = run_trainer(stage_data, tmp_path)
    assert first.stdout is not None
    for line in first.stdout:
        if '"checkpoint", "step": 1' in line:
            break
    first.kill()
    first.wait()
    # what a death in the middle of writing leaves behind
    (folder / "checkpoint-9").mkdir()

    second = run_trainer({**stage_data, "attempt": 2}, tmp_path)
    output, _ = second.communicate(timeout=400)
    assert second.returncode == 0, output
    events = told(output)
    resumed = events[0]["step"]
    assert (events[0]["type"], resumed >= 1) == ("started", True)
    assert events[-1] == {"type": "finished", "step": 3}
    losses = [entry["step"] for entry in log_of(folder / "checkpoint-3") if "loss" in entry]
    assert losses == [1, 2, 3], "the series goes on without overlap or gap"
    validations = [entry["step"] for entry in log_of(folder / "checkpoint-3") if "eval_reward" in entry]
    # the evaluation of a step is logged before its checkpoint is written; the last one after it has been
    assert validations == [0, 1, 2, 3]

    tracking = MlflowClient(tracking_uri=server["tracking"])
    points = tracking.get_metric_history(server["trackingId"], "loss")
    assert sorted(point.step for point in points) == [1, 2, 3]
    assert len(tracking.get_metric_history(server["trackingId"], "eval_reward")) == 4

    episodes = [one for one in recorded(server) if one["invalid"] is None]
    trained = [one for one in episodes if one["partition"] == "train" and "attempt-2" in one["key"]]
    assert {one["trainingStep"] for one in trained} == set(range(resumed + 1, 4))
    assert all(one["stage"] == 0 and one["profile"] == "training" and one["steps"] > 1 for one in trained)
    assert all(one["policyFrom"] == one["policyTo"] == one["trainingStep"] - 1 for one in trained)
    groups = Counter(one["group"] for one in trained)
    assert set(groups.values()) == {2}
    validated = [one for one in episodes if one["partition"] == "validation"]
    assert {one["profile"] for one in validated} == {"bfcl"}


def test_sigterm_ends_a_stage_after_the_step_that_is_under_way_with_a_checkpoint(
    stage_data: dict[str, Any], tmp_path: Path
) -> None:
    stage_data["stage"]["gate"] |= {"maxSteps": 50, "validateEvery": 50}
    process = run_trainer(stage_data, tmp_path)
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "'grad_norm'" in line:
            process.send_signal(signal.SIGTERM)
            break
    rest, _ = process.communicate(timeout=400)
    events = told("".join(lines) + rest)
    assert process.returncode == 0, rest
    assert [event["type"] for event in events] == ["started", "checkpoint", "stopped"]
    assert Path(events[1]["path"], "model.safetensors").exists()
    assert events[1]["bytes"] > 10_000


def test_an_evaluation_plays_test_tasks_once_and_trains_nothing(
    stage_data: dict[str, Any],
    evaluation: dict[str, Any],
    tmp_path: Path,
    server: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ENVTUNE_RUN_TOKEN", server["tokens"]["evaluation"])
    process = run_trainer({**stage_data, "attempt": 7, "evaluation": evaluation}, tmp_path)
    output, _ = process.communicate(timeout=400)
    assert process.returncode == 0, output
    assert told(output) == [
        {"type": "started", "engine": "trl", "step": 4},
        {"type": "finished", "step": 4},
    ]
    played = [one for one in recorded(server) if "attempt-7" in one["key"]]
    assert sorted(one["suite"] for one in played) == ["starter", "starter-ood"]
    expected = {"partition": "test", "stage": None, "trainingStep": 4, "feedback": "standard", "profile": "bfcl"}
    assert all({key: one[key] for key in expected} == expected and one["invalid"] is None for one in played)
    assert not list(Path(stage_data["checkpoints"]["folder"]).glob("checkpoint-*"))


def test_an_evaluation_is_greedy(stage_data: dict[str, Any], evaluation: dict[str, Any]) -> None:
    trainer = build_trainer(stage_of(stage_data, evaluation=evaluation), None)
    prompt = trainer.processing_class.encode("What a day", add_special_tokens=False)
    first, second = sample(trainer, [prompt] * 2, [12, 12])
    assert first.token_ids == second.token_ids
    assert trainer.ref_model is None


def test_the_next_stage_starts_from_a_checkpoint_of_the_one_before(
    stage_data: dict[str, Any], tmp_path: Path, qwen: Path
) -> None:
    trained = build_trainer(stage_of(stage_data), None)
    with torch.no_grad():
        trained.model.lm_head.weight.add_(1.0)
    checkpoint = tmp_path / "checkpoint-2"
    trained.save_model(str(checkpoint))
    checkpoints = {**stage_data["checkpoints"], "from": str(checkpoint)}
    following = build_trainer(stage_of(stage_data, checkpoints=checkpoints), None)
    assert torch.equal(following.model.lm_head.weight, trained.model.lm_head.weight)
    assert torch.equal(following.ref_model.lm_head.weight, trained.model.lm_head.weight)


def test_the_papers_values_are_trls_arguments(stage_data: dict[str, Any]) -> None:
    stage_data["settings"] = {"microBatch": 2, "overrides": ["num_iterations=2", "optim=adafactor"]}
    found = arguments(stage_of(stage_data))
    expected = {
        "learning_rate": 1e-6,
        "epsilon": 0.2,
        "epsilon_high": 0.28,
        "delta": 10.0,
        "beta": 0.1,
        "entropy_coef": 0.001,
        "loss_type": "grpo",
        "max_grad_norm": 1.0,
        "max_completion_length": 10_000,
        "gradient_accumulation_steps": 2,
        "num_iterations": 2,
        "optim": "adafactor",
    }
    assert {name: found[name] for name in expected} == expected
    stage_data["settings"]["lossAggregation"] = "token-mean"
    assert arguments(stage_of(stage_data))["loss_type"] == "dapo"


def test_a_micro_batch_that_does_not_divide_the_step_is_refused(stage_data: dict[str, Any]) -> None:
    stage_data["settings"]["microBatch"] = 3
    with pytest.raises(BadStageError, match="4 sequences a step cannot be cut into microBatch 3"):
        arguments(stage_of(stage_data))


def test_a_data_set_names_tasks_and_holds_no_ground_truth(stage_data: dict[str, Any]) -> None:
    rows = list(data_set(stage_of(stage_data).training_rows()))
    assert json.loads(rows[0]["prompt"])["task"] == stage_data["tasks"]["train"][0]["task"]
    assert set(rows[0]) == {"prompt"}
