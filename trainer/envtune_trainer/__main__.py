"""python -m envtune_trainer train|print [stage.json], or export <checkpoint> <folder> (README.md)."""

import json
import sys
from importlib import import_module
from pathlib import Path

from envtune_trainer.models import export
from envtune_trainer.stage import TrainerError, read_stage, tell


def main(arguments: list[str]) -> int:
    try:
        match arguments:
            case ["export", checkpoint, folder]:
                export(Path(checkpoint), Path(folder))
            case ["train" | "print" as command, *rest] if len(rest) < 2:
                stage = read_stage(rest[0] if rest else None)
                engine = import_module(f"envtune_trainer.{stage.engine}_engine")
                if command == "train":
                    engine.train(stage)
                else:
                    print(json.dumps(engine.arguments(stage), indent=2))
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except TrainerError as error:
        tell("failed", reason=str(error), status=error.status)
        return error.status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
