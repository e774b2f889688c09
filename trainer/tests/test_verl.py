"""verl without a GPU: its own validation of every stage's configuration, and the agent loop on the real environment
server. Faked is only what needs a GPU: the generation server, which speaks scripted messages."""

import asyncio
import json
import urllib.request
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hydra
import pytest
from hydra import compose, initialize_config_dir
from omegaconf import DictConfig, OmegaConf
from scripts import answer_message, find_task, solution
from verl.experimental.agent_loop.agent_loop import AgentLoopOutput, DictConfigWrap
from verl.trainer.ppo.utils import need_critic, need_reference_policy
from verl.utils.config import omega_conf_to_dataclass, validate_config
from verl.utils.dataset.rl_dataset import RLHFDataset
from verl.workers.rollout.replica import TokenOutput
from websockets.asyncio.client import connect

from envtune_trainer.env_client import session_url
from envtune_trainer.episode import REPLAYS
from envtune_trainer.models import load_tokenizer
from envtune_trainer.stage import Stage
from envtune_trainer.verl_engine import verl_command, write_verl_files

# the paper's four stages: name, reward, feedback, batch size, training tasks
PAPER = [
    ("syntax", "syntax", "standard", 16, 75),
    ("hints", "progress", "augmented", 32, 100),
    ("hard-tasks", "progress", "augmented", 32, 400),
    ("independent", "progress", "standard", 32, 400),
]
LENGTHS = [10_000, 10_000, 24_576, 24_576]


def paper_stage(data: dict[str, Any], index: int, **settings: Any) -> Stage:
    name, reward, feedback, batch, tasks = PAPER[index]
    stage = data["stage"] | {"name": name, "reward": reward, "feedback": feedback, "groupSize": 16, "batchSize": batch}
    stage["gate"] = {"maxSteps": 250, "validateEvery": 5, "validationSamples": 4}
    train = [{"task": f"task-{number}", "split": "base"} for number in range(tasks)]
    whole = {**data, "engine": "verl", "stageIndex": index, "stage": stage, "settings": settings}
    return Stage.model_validate({**whole, "tasks": {**data["tasks"], "train": train}})


def composed(stage: Stage, template: str | None = None) -> DictConfig:
    """As verl's own entry point composes it from our command line."""
    write_verl_files(stage, template)
    command = verl_command(stage)
    assert command[:2] == ["-m", "verl.trainer.main_ppo"]
    path, name, overrides = command[command.index("--config-path") + 1], command[5], command[6:]
    with initialize_config_dir(config_dir=path, version_base=None):
        return compose(config_name=name, overrides=overrides)


@pytest.mark.parametrize("index", range(4))
def test_every_stage_of_the_papers_curriculum_passes_verls_own_validation(
    stage_data: dict[str, Any], index: int
) -> None:
    config = composed(paper_stage(stage_data, index))
    validate_config(config, use_reference_policy=need_reference_policy(config), use_critic=need_critic(config))
    actor, rollout = config.actor_rollout_ref.actor, config.actor_rollout_ref.rollout
    assert need_reference_policy(config)
    assert not need_critic(config)
    assert (actor.optim.lr, actor.clip_ratio_low, actor.clip_ratio_high, actor.clip_ratio_c) == (1e-6, 0.2, 0.28, 10)
    assert (actor.kl_loss_coef, actor.kl_loss_type, actor.entropy_coeff) == (0.1, "low_var_kl", 0.001)
    assert (actor.loss_agg_mode, actor.grad_clip) == ("seq-mean-token-mean", 1.0)
    assert (rollout.n, rollout.response_length, rollout.max_model_len) == (16, LENGTHS[index], 32_768)
    assert config.data.train_batch_size == PAPER[index][3]
    # one update a batch, and up to 20 epochs
    assert actor.ppo_mini_batch_size == min(32, PAPER[index][3])
    assert config.trainer.total_training_steps == min(250, 20 * (PAPER[index][4] // PAPER[index][3]))
    assert (config.trainer.test_freq, config.trainer.save_freq) == (5, 5)


def test_the_rollout_configuration_is_one_that_verl_can_read(stage_data: dict[str, Any]) -> None:
    config = composed(paper_stage(stage_data, 2))
    rollout = omega_conf_to_dataclass(config.actor_rollout_ref.rollout)
    assert rollout.agent.default_agent_loop == "envtune"
    assert rollout.val_kwargs.n == 4


def test_both_readings_of_the_loss_aggregation_are_offered_and_overrides_have_the_last_word(
    stage_data: dict[str, Any],
) -> None:
    stage = paper_stage(
        stage_data, 0, lossAggregation="token-mean", overrides=["actor_rollout_ref.actor.optim.lr=2e-6"]
    )
    actor = composed(stage).actor_rollout_ref.actor
    assert (actor.loss_agg_mode, actor.optim.lr) == ("token-mean", 2e-6)


def test_an_evaluation_is_verls_own_validation_on_test_tasks_and_nothing_else(
    stage_data: dict[str, Any], evaluation: dict[str, Any], qwen: Path
) -> None:
    data = {**stage_data, "evaluation": evaluation, "checkpoints": {**stage_data["checkpoints"], "resume": "never"}}
    config = composed(paper_stage(data, 3))
    validate_config(config, use_reference_policy=need_reference_policy(config), use_critic=need_critic(config))
    assert (config.trainer.val_only, config.trainer.val_before_train, config.trainer.resume_mode) == (
        True,
        True,
        "disable",
    )
    assert not need_reference_policy(config)
    sampling = config.actor_rollout_ref.rollout.val_kwargs
    assert (sampling.n, sampling.do_sample, sampling.temperature) == (1, False, 0)
    rows = RLHFDataset(config.data.val_files, load_tokenizer(str(qwen), None), config.data)
    played = [json.loads(row["raw_prompt"][0]["content"]) for row in (rows[0], rows[1])]
    assert [(row["suite"], row["partition"]) for row in played] == [("starter", "test"), ("starter-ood", "test")]


def test_a_test_task_is_recorded_at_the_runs_step_and_in_no_stage(
    stage_data: dict[str, Any], evaluation: dict[str, Any], qwen: Path, server: dict[str, Any], monkeypatch: Any
) -> None:
    monkeypatch.setenv("ENVTUNE_RUN_TOKEN", server["tokens"]["evaluation"])
    stage_data["evaluation"] = {**evaluation, "tasks": evaluation["tasks"][:1]}
    stage_data["attempt"] = 8
    find = find_task(evaluation["tasks"][0]["task"])
    output, _ = play(stage_data, qwen, solution(find), rows="val_files")
    assert output.reward_score == 1.0
    with urllib.request.urlopen(f"{server['tracking']}/episodes", timeout=30) as reply:
        [episode] = [one for one in json.loads(reply.read()) if "attempt-8" in one["key"]]
    assert (episode["partition"], episode["trainingStep"], episode["stage"]) == ("test", 4, None)


def test_a_chat_template_survives_the_way_through_hydra(stage_data: dict[str, Any], qwen: Path) -> None:
    template = load_tokenizer(str(qwen), None).chat_template
    assert composed(paper_stage(stage_data, 0), template).actor_rollout_ref.model.custom_chat_template == template


def test_verls_data_set_reads_the_manifest(stage_data: dict[str, Any], qwen: Path) -> None:
    stage = paper_stage(stage_data, 1)
    config = composed(stage)
    rows = RLHFDataset(config.data.val_files, load_tokenizer(str(qwen), None), config.data)
    assert [row["data_source"] for row in (rows[0], rows[1])] == ["base", "base-augmented"]
    assert rows[1]["extra_info"]["feedback"] == "augmented"
    assert rows[0]["agent_name"] == "envtune"
    assert "expected" not in json.dumps(rows[0]["extra_info"])


class ScriptedServer:
    """A generation server that says what it is told to, with the weights of later and later steps."""

    def __init__(self, tokenizer: Any, script: list[str], step: int) -> None:
        self.tokenizer, self.script, self.step = tokenizer, script, step
        self.calls: list[tuple[list[int], list[int]]] = []
        self.limits: list[int] = []

    async def generate(self, request_id: str, *, prompt_ids: list[int], sampling_params: dict[str, Any]) -> TokenOutput:
        said = self.script[min(len(self.calls), len(self.script) - 1)]
        tokens = [*self.tokenizer.encode(said, add_special_tokens=False), self.tokenizer.eos_token_id]
        self.calls.append((list(prompt_ids), tokens))
        self.limits.append(sampling_params["max_tokens"])
        seen = self.step + len(self.calls) - 1
        return TokenOutput(
            token_ids=tokens,
            log_probs=[-0.25] * len(tokens),
            stop_reason="completed",
            extra_fields={"global_steps": seen, "min_global_steps": seen, "max_global_steps": seen},
        )


def agent_loop(stage: Stage, config: DictConfig, tokenizer: Any, speaker: ScriptedServer) -> Any:
    """As verl's worker makes it: from the registered configuration file."""
    [entry] = OmegaConf.load(config.actor_rollout_ref.rollout.agent.agent_loop_config_path)
    assert entry.name == config.actor_rollout_ref.rollout.agent.default_agent_loop
    return hydra.utils.instantiate(
        config=entry,
        trainer_config=DictConfigWrap(config=config),
        server_manager=speaker,
        tokenizer=tokenizer,
        processor=None,
        dataset_cls=RLHFDataset,
        data_config=DictConfigWrap(config.data),
        tools=SimpleNamespace(tools=[]),
    )


def play(
    stage_data: dict[str, Any], qwen: Path, script: list[str], rows: str = "train_files"
) -> tuple[Any, ScriptedServer]:
    """One rollout of the stage's first task, as V1's worker asks for it."""
    stage = Stage.model_validate({**stage_data, "engine": "verl", "settings": {}})
    tokenizer = load_tokenizer(str(qwen), None)

    async def scenario() -> tuple[Any, ScriptedServer]:
        config = composed(stage, tokenizer.chat_template)
        row = RLHFDataset(config.data[rows], tokenizer, config.data)[0]
        speaker = ScriptedServer(tokenizer, script, step=3)
        loop = agent_loop(stage, config, tokenizer, speaker)
        fields = {name: row[name] for name in ("raw_prompt", "extra_info", "data_source", "reward_model", "index")}
        output = await loop.run({"temperature": 1.0}, **fields, uid="group-1", session_id=0, global_steps=4)
        return output, speaker

    return asyncio.run(scenario())


@pytest.fixture
def task(stage_data: dict[str, Any]) -> dict[str, Any]:
    return find_task(stage_data["tasks"]["train"][0]["task"])


def test_a_scripted_solution_comes_back_as_verl_trains_on_it(
    stage_data: dict[str, Any], qwen: Path, task: dict[str, Any]
) -> None:
    stage_data["stage"]["reward"] = "progress"
    output, speaker = play(stage_data, qwen, solution(task))
    assert isinstance(output, AgentLoopOutput)
    assert output.reward_score == 1.0
    assert output.extra_fields["turn_scores"] == [1.0] * len(task["turns"])
    assert output.num_turns == len(task["turns"]) + len(speaker.calls)
    assert (output.extra_fields["min_global_steps"], output.extra_fields["max_global_steps"]) == (
        3,
        2 + len(speaker.calls),
    )
    written = [token for _, tokens in speaker.calls for token in tokens]
    pairs = list(zip(output.response_ids, output.response_mask, strict=True))
    assert [token for token, mask in pairs if mask] == written
    assert output.response_logprobs == [-0.25 if mask else 0.0 for _, mask in pairs]
    assert output.as_dict()["rm_scores"].sum() == 1.0


def test_every_prompt_is_the_one_before_with_what_was_sampled(
    stage_data: dict[str, Any], qwen: Path, task: dict[str, Any]
) -> None:
    output, speaker = play(stage_data, qwen, solution(task))
    whole = output.prompt_ids + output.response_ids
    for prompt, tokens in speaker.calls:
        assert whole[: len(prompt) + len(tokens)] == prompt + tokens
    room = [10_000 - (len(prompt) - len(output.prompt_ids)) for prompt, _ in speaker.calls]
    assert speaker.limits == room


def test_reward_extra_info_is_flat_numbers_without_the_reward_itself(stage_data: dict[str, Any], qwen: Path) -> None:
    output, _ = play(stage_data, qwen, [answer_message()])
    info = output.extra_fields["reward_extra_info"]
    assert {"progress", "syntax", "binary", "success", "turns", "steps", "format_errors", "truncated"} <= info.keys()
    assert "reward" not in info
    assert all(isinstance(value, float) for value in info.values())


def test_malformed_messages_are_played_and_cost_the_reward(stage_data: dict[str, Any], qwen: Path) -> None:
    output, _ = play(stage_data, qwen, ["no tags at all"])
    assert output.reward_score == 0.0
    assert output.extra_fields["reward_extra_info"]["format_errors"] > 1


def test_an_episode_lost_to_infrastructure_gives_no_row(stage_data: dict[str, Any], qwen: Path) -> None:
    """A row with a mask of zeros would still count in the mean and deviation of its group."""
    stage = Stage.model_validate({**stage_data, "engine": "verl", "settings": {}})
    tokenizer = load_tokenizer(str(qwen), None)
    taken: list[str] = []

    class Thief(ScriptedServer):
        """While the model writes, somebody else takes the episode over and gives it up."""

        async def generate(self, *args: Any, **kwargs: Any) -> TokenOutput:
            taken.append(f"{stage.name}-train-1-g-0-{len(taken)}")
            async with connect(session_url(stage.environment.url, None)) as other:
                for message in ({"type": "attach", "data": {"episode_id": taken[-1]}}, {"type": "close"}):
                    await other.send(json.dumps(message))
                assert json.loads(await other.recv())["type"] == "state"
                await other.wait_closed()
            return await super().generate(*args, **kwargs)

    async def scenario() -> Any:
        config = composed(stage, tokenizer.chat_template)
        row = RLHFDataset(config.data.train_files, tokenizer, config.data)[0]
        loop = agent_loop(stage, config, tokenizer, Thief(tokenizer, [answer_message()], step=0))
        return await loop.run({}, raw_prompt=row["raw_prompt"], uid="g", session_id=0, global_steps=1)

    assert asyncio.run(scenario()) == []
    assert len(taken) == REPLAYS
