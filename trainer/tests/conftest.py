"""A real environment server for all tests, tiny models, and small stages to train on it."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from random_model import random_model
from scripts import all_tasks

ROOT = Path(__file__).parents[2]
os.environ |= {"TRL_EXPERIMENTAL_SILENCE": "1", "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


@pytest.fixture(scope="session")
def server() -> Iterator[dict[str, str]]:
    """Envtune's own environment server with the starter suites, on a throw-away database."""
    command = ["node", "--import", "tsx", "server/cli/trainer-checks/testing/serve.ts"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(timeout=30)


@pytest.fixture(scope="session")
def qwen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return random_model("qwen3", tmp_path_factory.mktemp("qwen3"), 1)


@pytest.fixture(scope="session")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return random_model("llama3", tmp_path_factory.mktemp("llama3"), 1)


@pytest.fixture
def evaluation() -> dict[str, Any]:
    """The first test task of a suite in and of one out of distribution, played with the weights of a run's step 4."""

    def first_of(suite: str) -> dict[str, str]:
        task = next(task for task in all_tasks(suite) if task["partition"] == "test")
        return {"suite": suite, "task": task["key"], "split": task["split"]}

    return {"step": 4, "tasks": [first_of("starter"), first_of("starter-ood")]}


@pytest.fixture
def stage_data(server: dict[str, str], qwen: Path, tmp_path: Path) -> dict[str, Any]:
    """A stage of two steps, as the worker would hand it over."""
    tasks = sorted(all_tasks(), key=lambda task: len(task["domains"]))
    named = {part: [task for task in tasks if task["partition"] == part] for part in ("train", "validation")}
    manifest = {
        part: [{"task": task["key"], "split": task["split"]} for task in found] for part, found in named.items()
    }
    return {
        "version": 1,
        "run": "1",
        "attempt": 1,
        "stageIndex": 0,
        "stage": {
            "name": "syntax",
            "title": "Mastering syntax",
            "reward": "syntax",
            "feedback": "standard",
            "groupSize": 2,
            "batchSize": 2,
            "gate": {"minSteps": 1, "maxSteps": 2, "validateEvery": 1, "validationSamples": 2},
        },
        "engine": "trl",
        "model": str(qwen),
        "environment": {"url": server["url"], "suite": "starter"},
        "tasks": {"train": manifest["train"][:4], "validation": manifest["validation"][:1]},
        "checkpoints": {"folder": str(tmp_path / "checkpoints")},
        "settings": {
            "learningRate": 1e-3,
            "responseLength": 160,
            "stepLength": 16,
            "dtype": "float32",
            "microBatch": 2,
        },
    }
