"""The command line, as a job runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from transformers import AutoModelForCausalLM, AutoTokenizer

from envtune_trainer.__main__ import main
from envtune_trainer.env_client import EnvClient
from envtune_trainer.models import export, newest_checkpoint, weights_of
from envtune_trainer.stage import BadStageError, Stage
from envtune_trainer.verl_engine import train, verl_command

ROOT = Path(__file__).parents[1]


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in this process: a process of its own reads PyTorch in for seconds each time."""

    def command(*arguments: str, stage: Any = None) -> tuple[int, str]:
        if stage is not None:
            monkeypatch.setenv("ENVTUNE_STAGE", json.dumps(stage))
        status = main(list(arguments))
        said = capsys.readouterr()
        return status, said.out + said.err

    return command


def told(output: str) -> list[dict[str, Any]]:
    return [json.loads(line.removeprefix("ENVTUNE ")) for line in output.splitlines() if line.startswith("ENVTUNE ")]


def test_a_wrong_stage_ends_the_process_with_2_and_says_why(stage_data: dict[str, Any]) -> None:
    given = {**os.environ, "ENVTUNE_STAGE": json.dumps({**stage_data, "engine": "slime"})}
    command = [sys.executable, "-m", "envtune_trainer", "train"]
    done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=300, check=False)
    status, output = done.returncode, done.stdout
    assert (status, told(output)[0]["type"], told(output)[0]["status"]) == (2, "failed", 2)


def test_an_unknown_command_is_answered_with_the_usage(run: Run) -> None:
    status, output = run("fly")
    assert (status, "train|print" in output) == (2, True)


def test_an_environment_server_that_is_not_there_ends_with_3(
    stage_data: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    impatient = {**EnvClient.__init__.__kwdefaults__, "attempts": 1}
    monkeypatch.setattr(EnvClient.__init__, "__kwdefaults__", impatient)
    stage_data["environment"]["url"] = "ws://127.0.0.1:9"
    monkeypatch.setenv("ENVTUNE_STAGE", json.dumps(stage_data))
    monkeypatch.setenv("ENVTUNE_RUN_TOKEN", "secret")
    assert main(["train"]) == 3
    output = capsys.readouterr().out
    assert "127.0.0.1:9" in told(output)[-1]["reason"]
    assert "secret" not in output


@pytest.mark.parametrize("engine", ["trl", "verl"])
def test_print_shows_what_would_run_and_runs_nothing(run: Run, stage_data: dict[str, Any], engine: str) -> None:
    status, output = run("print", stage={**stage_data, "engine": engine})
    assert status == 0
    assert ('"total_training_steps"' if engine == "verl" else '"num_generations": 2') in output
    assert not Path(stage_data["checkpoints"]["folder"]).exists()


def test_an_unfit_chat_template_is_refused_before_anything_is_trained(
    run: Run, stage_data: dict[str, Any], tmp_path: Path
) -> None:
    template = tmp_path / "forgetful.jinja"
    template.write_text("{% for m in messages[-2:] %}{{ m.content }}<|im_end|>{% endfor %}", encoding="utf-8")
    stage_data["settings"]["chatTemplate"] = str(template)
    for engine in ("trl", "verl"):
        status, output = run("train", stage={**stage_data, "engine": engine})
        assert status == 2, output
        assert "does not preserve the prefix" in told(output)[-1]["reason"]


def test_verls_own_trainer_takes_the_process_over_once_its_files_are_there(
    stage_data: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(os, "execv", lambda program, command: begun.append((program, command)))
    stage = Stage.model_validate({**stage_data, "engine": "verl"})
    train(stage)
    assert begun == [(sys.executable, [sys.executable, *verl_command(stage)])]
    folder = Path(stage_data["checkpoints"]["folder"])
    assert all((folder / name).exists() for name in ("train.parquet", "agent-loop.yaml", "verl.yaml"))


def test_an_exported_checkpoint_loads_as_a_model_and_carries_no_optimizer(run: Run, qwen: Path, tmp_path: Path) -> None:
    checkpoint, target = tmp_path / "checkpoint-3", tmp_path / "exported"
    AutoModelForCausalLM.from_pretrained(qwen).save_pretrained(checkpoint)
    AutoTokenizer.from_pretrained(qwen).save_pretrained(checkpoint)
    torch.save({}, checkpoint / "optimizer.pt")
    status, output = run("export", str(checkpoint), str(target))
    assert status == 0, output
    assert not (target / "optimizer.pt").exists()
    assert torch.equal(
        AutoModelForCausalLM.from_pretrained(target).lm_head.weight,
        AutoModelForCausalLM.from_pretrained(qwen).lm_head.weight,
    )


def test_weights_are_found_where_either_engine_puts_them(tmp_path: Path) -> None:
    place = tmp_path / "global_step_5" / "actor" / "huggingface"
    place.mkdir(parents=True)
    with pytest.raises(BadStageError, match="holds no Hugging Face weights"):
        weights_of(tmp_path / "global_step_5")
    save_file({"weight": torch.zeros(1)}, place / "model.safetensors")
    assert weights_of(tmp_path / "global_step_5") == place


def test_exporting_weights_that_are_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadStageError):
        export(tmp_path, tmp_path / "target")


def test_a_checkpoint_whose_state_is_not_whole_is_not_resumed_from(tmp_path: Path) -> None:
    for step, state in ((4, '{"global_step": 4}'), (9, '{"global_st'), (10, None)):
        place = tmp_path / f"checkpoint-{step}"
        place.mkdir()
        if state is not None:
            (place / "trainer_state.json").write_text(state, encoding="utf-8")
    assert newest_checkpoint(tmp_path) == tmp_path / "checkpoint-4"
