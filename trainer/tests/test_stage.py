"""The stage JSON: what is missing or wrong is said at its place, and defaults are the paper's."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from envtune_trainer.stage import SETTINGS, BadStageError, Stage, read_stage
from envtune_trainer.verl_engine import verl_rows


@pytest.fixture
def data() -> dict[str, Any]:
    return {
        "version": 1,
        "run": "17",
        "attempt": 2,
        "stageIndex": 1,
        "stage": {
            "name": "hints",
            "reward": "progress",
            "feedback": "augmented",
            "groupSize": 16,
            "batchSize": 4,
            "gate": {"maxSteps": 60, "validateEvery": 5, "validationSamples": 4},
        },
        "engine": "verl",
        "model": "some/model",
        "environment": {"url": "ws://h:1", "suite": "starter"},
        "tasks": {"train": [{"task": "a", "split": "base"}], "validation": [{"task": "b", "split": "base"}]},
        "checkpoints": {"folder": "/shared"},
    }


def written(data: Any, folder: Path) -> str:
    path = folder / "stage.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


def test_a_stage_is_read_from_a_file_or_from_the_environment(
    data: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_file = read_stage(written(data, tmp_path))
    monkeypatch.setenv("ENVTUNE_STAGE", json.dumps(data))
    assert read_stage(None) == from_file
    assert from_file.name == "run-17-1-hints-attempt-2"


def test_a_stage_survives_its_way_to_the_workers(data: dict[str, Any]) -> None:
    data["checkpoints"]["from"] = "/shared/before/global_step_40"
    stage = Stage.model_validate(data)
    assert Stage.model_validate_json(stage.model_dump_json(by_alias=True)) == stage


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("engine", "slime", "engine: Input should be 'trl' or 'verl'"),
        ("attempt", 0, "attempt: Input should be greater than or equal to 1"),
        ("stage.groupSize", 1, "stage.groupSize: Input should be greater than or equal to 2"),
        ("environment.url", "h:1", "environment.url: String should match"),
        ("environment.format", "native", "environment.format: Input should be 'tagged'"),
        ("environment.token", "secret", "environment.token: Extra inputs are not permitted"),
        ("tasks.train", [], "tasks.train: List should have at least 1 item"),
        ("settings.temprature", 1.0, "temprature is no such setting"),
        ("settings.kl", "much", "kl is no such setting, or not of its kind: 'much'"),
        ("settings.epochs", True, "epochs is no such setting, or not of its kind"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    data: dict[str, Any], tmp_path: Path, place: str, value: Any, said: str
) -> None:
    *parents, name = place.split(".")
    part = data
    for parent in parents:
        part = part.setdefault(parent, {})
    part[name] = value
    with pytest.raises(BadStageError) as refused:
        read_stage(written(data, tmp_path))
    assert said in str(refused.value)


def test_no_stage_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ENVTUNE_STAGE", raising=False)
    with pytest.raises(BadStageError, match="The stage in ENVTUNE_STAGE is wrong: Invalid JSON"):
        read_stage(None)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadStageError, match=r"stage\.json cannot be read: .* No such file"):
        read_stage(str(tmp_path / "stage.json"))


def test_the_curriculum_may_say_more_than_a_trainer_needs(data: dict[str, Any]) -> None:
    data["stage"] |= {"title": "Learning with hints", "data": {"splits": ["base"]}}
    data["stage"]["gate"] |= {"window": 5}
    assert Stage.model_validate(data).stage.name == "hints"


def test_the_paper_gives_its_first_two_stages_shorter_responses(data: dict[str, Any]) -> None:
    lengths = [Stage.model_validate({**data, "stageIndex": index}).setting("responseLength") for index in range(4)]
    assert lengths == [10_000, 10_000, 24_576, 24_576]


def test_every_setting_of_the_readme_is_one_and_the_other_way_round() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| key | default |")[2].partition("\n\n")[0]
    keys = {key for line in table.splitlines() for key in line.split("|")[1:2] for key in key.split("`")[1::2]}
    assert keys == set(SETTINGS)


def test_no_more_steps_than_the_papers_epochs(data: dict[str, Any]) -> None:
    data["tasks"]["train"] = [{"task": str(number), "split": "base"} for number in range(8)]
    data["settings"] = {"epochs": 3}
    assert Stage.model_validate(data).max_steps == 6


def test_fewer_tasks_than_a_batch_are_played_by_several_groups(data: dict[str, Any]) -> None:
    assert [row["task"] for row in Stage.model_validate(data).training_rows()] == ["a"] * 4


def test_training_follows_the_stage_and_validation_the_benchmark(data: dict[str, Any]) -> None:
    stage = Stage.model_validate(data)
    trained, standard, hinted = stage.training_rows()[0], *stage.validation_rows()
    assert (trained["partition"], trained["feedback"], trained["profile"]) == ("train", "augmented", "training")
    assert (standard["partition"], standard["feedback"], standard["profile"]) == ("validation", "standard", "bfcl")
    assert (hinted["partition"], hinted["feedback"], hinted["profile"]) == ("validation", "augmented", "bfcl")
    assert [row["data_source"] for row in verl_rows([standard, hinted])] == ["base", "base-augmented"]


def test_a_stage_is_not_changed_once_it_is_read(data: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Stage.model_validate(data).model = "another"  # type: ignore[misc]


def test_the_pins_of_the_package_are_those_that_are_tested() -> None:
    folder = Path(__file__).parents[1]
    tested = {line.lower() for line in (folder / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [*project["dependencies"], *(pin for extra in project["optional-dependencies"].values() for pin in extra)]
    assert [pin for pin in pins if pin.replace("[default]", "").lower() not in tested] == []
