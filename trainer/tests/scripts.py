"""Messages that solve a task of the starter suite, in the tagged format: an agent whose answers are known."""

import ast
import json
from pathlib import Path
from typing import Any

SUITES = Path(__file__).parents[2] / "suites"


def all_tasks(suite: str = "starter") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SUITES / suite / "tasks.jsonl").read_text(encoding="utf-8").splitlines()]


def find_task(key: str) -> dict[str, Any]:
    return next(task for task in all_tasks() if task["key"] == key)


def solution(task: dict[str, Any]) -> list[str]:
    """For every turn its calls, if it has any, and an answer."""
    messages = []
    for turn in task["turns"]:
        if turn["expected"]:
            messages.append(calls_message([_call(text) for text in turn["expected"]]))
        messages.append(answer_message())
    return messages


def calls_message(calls: list[dict[str, Any]]) -> str:
    return f"<think>It needs these.</think>\n<tool_call>{json.dumps(calls)}</tool_call>"


def answer_message() -> str:
    return "<think>That is all.</think>\n<answer>Here you are.</answer>"


def _call(text: str) -> dict[str, Any]:
    node = ast.parse(text, mode="eval").body
    assert isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return {"name": node.func.id, "arguments": {one.arg: ast.literal_eval(one.value) for one in node.keywords}}
