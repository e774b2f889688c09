"""python -m envtune_trainer train|print [stage.json], or export <checkpoint> <folder> (README.md)."""

import json
import os
import sys
from pathlib import Path

from envtune_trainer.models import export, first_weights, load_tokenizer
from envtune_trainer.stage import Stage, TrainerError, read_stage, tell
from envtune_trainer.token_buffer import ChatRenderer
from envtune_trainer.verl_config import verl_command, verl_config, write_verl_files


def train(stage: Stage) -> None:
    """Trains with the stage's engine. verl's own trainer takes this process over."""
    if stage.engine == "trl":
        from envtune_trainer import trl_engine

        trl_engine.train(stage)
        return
    tokenizer = load_tokenizer(first_weights(stage), stage.setting("chatTemplate"))
    ChatRenderer(tokenizer)  # refuses an unfit template before a GPU is taken
    write_verl_files(stage, tokenizer.chat_template)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *verl_command(stage)])


def show(stage: Stage) -> None:
    """Prints what `train` would run."""
    if stage.engine == "trl":
        from envtune_trainer.trl_engine import trl_arguments as arguments_of
    else:
        arguments_of = verl_config
    print(json.dumps(arguments_of(stage), indent=2))


def main(arguments: list[str]) -> int:
    try:
        match arguments:
            case ["export", checkpoint, folder]:
                export(Path(checkpoint), Path(folder))
            case ["train" | "print" as command, *rest] if len(rest) < 2:
                (train if command == "train" else show)(read_stage(rest[0] if rest else None))
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except TrainerError as error:
        tell("failed", reason=str(error), status=error.status)
        return error.status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
