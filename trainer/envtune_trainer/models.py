"""The weights that a stage starts from, a tokenizer with a template that is fit for training, checkpoints, export."""

import json
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from envtune_trainer.stage import BadStageError, Stage, TrainerError
from envtune_trainer.token_buffer import template_problem

_NOT_WEIGHTS = ("optimizer.*", "scheduler.pt", "rng_state*", "trainer_state.json", "training_args.bin")


def first_weights(stage: Stage) -> str:
    """Where the stage's first weights are: the checkpoint that it starts from, else the model itself."""
    return stage.model if stage.checkpoints.from_ is None else str(weights_of(Path(stage.checkpoints.from_)))


def load_tokenizer(path: str, template: str | None) -> Any:
    """A model's tokenizer. Where its own template drops what was written, TRL's template for training is put there."""
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(path)
    if template is not None:
        tokenizer.chat_template = Path(template).read_text(encoding="utf-8")
    elif template_problem(tokenizer) is not None:
        with suppress(ImportError, ValueError):  # it stays unfit then, and ChatRenderer says so
            from trl.chat_template_utils import get_training_chat_template

            tokenizer.chat_template = get_training_chat_template(tokenizer) or tokenizer.chat_template
    return tokenizer


def step_of(checkpoint: Path) -> int:
    return int(checkpoint.name.rpartition("-")[2])


def newest_checkpoint(folder: Path) -> Path | None:
    """TRL's newest complete checkpoint in a folder: a run killed while it wrote one leaves it without a state."""
    for checkpoint in sorted(folder.glob("checkpoint-*"), key=step_of, reverse=True):
        with suppress(OSError, ValueError):
            json.loads((checkpoint / "trainer_state.json").read_text(encoding="utf-8"))
            return checkpoint
    return None


def weights_of(checkpoint: Path) -> Path:
    """The folder with a checkpoint's Hugging Face weights, whichever engine wrote it."""
    for place in (checkpoint, checkpoint / "actor" / "huggingface"):
        if any(place.glob("*.safetensors")):
            return place
    raise BadStageError(f"{checkpoint} holds no Hugging Face weights (verl's FSDP shards: export them first).")


def export(checkpoint: Path, target: Path) -> None:
    """A checkpoint's weights, configuration and tokenizer as a folder of their own; verl merges its FSDP shards."""
    shards = checkpoint / "actor"
    if (shards / "fsdp_config.json").exists() and not any((shards / "huggingface").glob("*.safetensors")):
        merger = [sys.executable, "-m", "verl.model_merger", "merge", "--backend", "fsdp"]
        if subprocess.run([*merger, "--local_dir", shards, "--target_dir", target], check=False).returncode != 0:
            raise TrainerError(f"verl could not merge {checkpoint}.")
        return
    shutil.copytree(weights_of(checkpoint), target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*_NOT_WEIGHTS))
