"""A stage as verl's own trainer runs it: what Hydra composes over its ppo_trainer, the files named there, the start."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import yaml

from envtune_trainer.models import first_weights, load_tokenizer
from envtune_trainer.stage import PACKAGE, SETTINGS, Row, Stage
from envtune_trainer.token_buffer import ChatRenderer


def arguments(stage: Stage, template: str | None = None) -> dict[str, Any]:
    """verl.yaml with the stage that it refers to; its `overrides` come after it on the command line."""
    config: dict[str, Any] = yaml.safe_load((PACKAGE / "verl.yaml").read_text(encoding="utf-8"))
    config["envtune"] = stage.model_dump(by_alias=True, include={"stage", "checkpoints", "seed"}) | {
        "settings": {key: stage.setting(key) for key in SETTINGS},
        "name": stage.name,
        "steps": stage.max_steps,
        "samples": stage.samples,
        "evaluates": stage.evaluation is not None,
        "trains": stage.evaluation is None,
        "validationTemperature": 0 if stage.evaluation else stage.setting("temperature"),
        "weights": first_weights(stage),
        "template": template,
        "logger": ["console", *(["mlflow"] if "MLFLOW_TRACKING_URI" in os.environ else [])],
        "resume": {"auto": "auto", "never": "disable"}.get(stage.checkpoints.resume, "resume_path"),
    }
    return config


def verl_rows(rows: list[Row]) -> list[dict[str, Any]]:
    """Rows as verl's data set reads them, named as in val-core/{source}. No ground truth leaves the server."""
    return [
        {
            "prompt": [{"role": "user", "content": json.dumps(row)}],
            "data_source": row["split"] + ("-augmented" if row["feedback"] == "augmented" else ""),
            "agent_name": "envtune",
            "reward_model": {"style": "rule", "ground_truth": row["task"]},
            "extra_info": {"index": index, **row},
        }
        for index, row in enumerate(rows)
    ]


def write_verl_files(stage: Stage, template: str | None) -> None:
    """Writes data, agent loop and configuration into the checkpoint folder, which all nodes see."""
    from datasets import Dataset

    folder = Path(stage.checkpoints.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (("train", stage.training_rows()), ("validation", stage.validation_rows())):
        Dataset.from_list(verl_rows(rows)).to_parquet(folder / f"{name}.parquet")
    loop = {"_target_": "envtune_trainer.verl_loop.EnvtuneAgentLoop", "stage": stage.model_dump_json(by_alias=True)}
    # JSON is YAML, and quotes whatever a chat template holds
    for name, value in (("agent-loop.yaml", [{"name": "envtune", **loop}]), ("verl.yaml", arguments(stage, template))):
        (folder / name).write_text(json.dumps(value, indent=2), encoding="utf-8")


def verl_command(stage: Stage) -> list[str]:
    """Arguments of Python that start verl's own trainer."""
    where = ["--config-path", str(Path(stage.checkpoints.folder).absolute()), "--config-name", "verl"]
    return ["-m", "verl.trainer.main_ppo", *where, *stage.setting("overrides")]


def train(stage: Stage) -> None:
    """Writes the files; verl's own trainer takes this process over."""
    tokenizer = load_tokenizer(first_weights(stage), stage.setting("chatTemplate"))
    ChatRenderer(tokenizer)  # refuses an unfit template before a GPU is taken
    write_verl_files(stage, tokenizer.chat_template)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *verl_command(stage)])
