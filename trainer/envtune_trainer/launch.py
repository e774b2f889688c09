"""From a stage JSON to a running trainer."""

import json
import os
import sys

from envtune_trainer.env_client import TOKEN_VARIABLE
from envtune_trainer.models import load_tokenizer, model_path
from envtune_trainer.stage import Stage
from envtune_trainer.token_buffer import ChatRenderer
from envtune_trainer.verl_config import verl_command, verl_config, write_verl_files


def mlflow_variables(stage: Stage) -> dict[str, str]:
    """What the engines' MLflow clients read."""
    tracking = stage.tracking
    found = {
        "MLFLOW_TRACKING_URI": tracking.url,
        # a run made beforehand has its experiment, and a run's token may not make others
        "MLFLOW_EXPERIMENT_NAME": tracking.experiment if tracking.run_id is None else None,
        "MLFLOW_RUN_ID": tracking.run_id,
        "MLFLOW_TRACKING_TOKEN": os.environ.get(TOKEN_VARIABLE),
    }
    named = {name: value for name, value in found.items() if value is not None and tracking.url is not None}
    return {"MLFLOW_DISABLE_TELEMETRY": "true", **named}


def train(stage: Stage) -> None:
    """Trains with the stage's engine. verl's own trainer takes this process over."""
    os.environ.update(mlflow_variables(stage))
    if stage.engine == "trl":
        from envtune_trainer import trl_engine

        trl_engine.train(stage)
        return
    path = model_path(stage)
    tokenizer = load_tokenizer(path, stage.setting("chatTemplate"))
    ChatRenderer(tokenizer)  # refuses an unfit template before a GPU is taken
    write_verl_files(stage, path, tokenizer.chat_template)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *verl_command(stage)])


def show(stage: Stage) -> None:
    """Prints what `train` would run."""
    if stage.engine == "trl":
        from envtune_trainer.trl_engine import trl_arguments

        print(json.dumps(trl_arguments(stage), indent=2))
    else:
        print(json.dumps(verl_config(stage, model_path(stage), None), indent=2))
        print("python " + " ".join(verl_command(stage)))
