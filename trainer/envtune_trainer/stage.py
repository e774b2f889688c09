"""The stage JSON (README.md), read and checked: everything that a trainer is told, and what it tells."""

import json
import os
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic.alias_generators import to_camel

PACKAGE = Path(__file__).parent
SETTINGS: dict[str, Any] = yaml.safe_load((PACKAGE / "settings.yaml").read_text(encoding="utf-8"))

Count = Annotated[int, Field(ge=1)]
Row = dict[str, str]
"""One task to be played, in the words of the environment server's reset."""


class TrainerError(Exception):
    """The trainer failed; another attempt may go through. Each kind has its exit status."""

    status = 1


class BadStageError(TrainerError):
    """The stage, the model or the installation is wrong: another attempt ends the same way."""

    status = 2


class UnreachableError(TrainerError):
    """A server that the stage names does not answer, or refuses the token."""

    status = 3


def tell(kind: str, **facts: Any) -> None:
    """A line as README.md has it under "What comes back"."""
    print(f"ENVTUNE {json.dumps({'type': kind, **facts})}", flush=True)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class Gate(_Part, extra="ignore"):  # a curriculum says more than a trainer needs
    max_steps: Count
    validate_every: Count
    validation_samples: Count


class CurriculumStage(_Part, extra="ignore"):
    name: str = Field(min_length=1)
    reward: Literal["syntax", "progress", "binary"]
    feedback: Literal["standard", "augmented"]
    group_size: int = Field(ge=2)
    batch_size: Count
    gate: Gate


class Environment(_Part):
    url: str = Field(pattern="^(wss?|https?)://")
    suite: str
    augmentation_set: str | None = None
    format: Literal["tagged"] = "tagged"


class Tasks(_Part):
    train: list[Row] = Field(min_length=1)
    validation: list[Row] = Field(min_length=1)


class Evaluation(_Part):
    step: int = Field(ge=0)
    tasks: list[Row] = Field(min_length=1)


class Checkpoints(_Part):
    folder: str
    from_: str | None = Field(default=None, alias="from")
    resume: str = "auto"
    keep: Count = 3


class Stage(_Part):
    version: Literal[1]
    run: str
    attempt: Count
    stage_index: int = Field(ge=0)
    stage: CurriculumStage
    engine: Literal["trl", "verl"]
    model: str
    environment: Environment
    tasks: Tasks
    checkpoints: Checkpoints
    seed: int = Field(default=1, ge=0, lt=2**31)
    evaluation: Evaluation | None = None
    settings: dict[str, Any] = {}

    @field_validator("settings")
    @classmethod
    def _known(cls, settings: dict[str, Any]) -> dict[str, Any]:
        for key, value in settings.items():
            default = SETTINGS.get(key, cls)
            kind = {float: (int, float), type(None): (int, str, type(None))}.get(type(default), type(default))
            if default is cls or not isinstance(value, kind) or isinstance(value, bool):
                raise ValueError(f"{key} is no such setting, or not of its kind: {value!r}; see settings.yaml")
        return settings

    def setting(self, key: str) -> Any:
        """A setting of the stage, or its default; the paper gives its first two stages shorter responses."""
        value = self.settings.get(key, SETTINGS[key])
        if key == "responseLength" and value is None:
            return 10_000 if self.stage_index < 2 else 24_576
        return min(value, self.stage.batch_size) if key == "miniBatch" else value

    @property
    def max_steps(self) -> int:
        """The gate's limit, or the paper's number of epochs where that is less."""
        batches = max(1, len(self.tasks.train) // self.stage.batch_size)
        return int(min(self.stage.gate.max_steps, self.setting("epochs") * batches))

    @property
    def name(self) -> str:
        return f"run-{self.run}-{self.stage_index}-{self.stage.name}-attempt-{self.attempt}"

    @property
    def samples(self) -> int:
        """Episodes of each task that is validated; an evaluation plays each once, greedily."""
        return 1 if self.evaluation is not None else self.stage.gate.validation_samples

    def training_rows(self) -> list[Row]:
        """At least a batch: of fewer tasks some are played by several groups of a step."""
        how = {"partition": "train", "feedback": self.stage.feedback, "profile": "training"}
        return [{**task, **how} for task in self.tasks.train] * -(-self.stage.batch_size // len(self.tasks.train))

    def validation_rows(self) -> list[Row]:
        """Standard feedback under the benchmark's rules; where hints are shown in training, also a pass with them.
        Of an evaluation its test tasks."""
        if self.evaluation is not None:
            how = {"partition": "test", "feedback": "standard", "profile": "bfcl"}
            return [{**task, **how} for task in self.evaluation.tasks]
        how = {"partition": "validation", "profile": "bfcl"}
        passes = dict.fromkeys(("standard", self.stage.feedback))
        return [{**task, **how, "feedback": feedback} for feedback in passes for task in self.tasks.validation]


def read_stage(path: str | None) -> Stage:
    """The stage of a file, or of ENVTUNE_STAGE. Raises BadStageError with each place and what would be right."""
    source = path or "ENVTUNE_STAGE"
    try:
        return Stage.model_validate_json(os.environ.get(source, "") if path is None else Path(path).read_bytes())
    except OSError as error:
        raise BadStageError(f"{source} cannot be read: {error}") from error
    except ValidationError as error:
        places = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}".removeprefix(": ") for one in error.errors()]
        raise BadStageError(f"The stage in {source} is wrong: {'; '.join(places)}") from error
