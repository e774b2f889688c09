"""Tokens stay what was sampled: with a merging tokenizer and the chat templates of Qwen3 and Llama 3."""

import random
from pathlib import Path
from typing import Any

import pytest
from transformers import AutoTokenizer
from verl.utils.tokenizer.continuous_token_wiring import create_continuous_token_builder

from envtune_trainer.models import load_tokenizer
from envtune_trainer.stage import BadStageError
from envtune_trainer.token_buffer import ChatRenderer, TokenBuffer, template_problem

OPENING = [{"role": "system", "content": "Tools: …"}, {"role": "user", "content": "Fill the tank, please."}]
FOLLOWING = [
    [{"role": "user", "content": '<tool_response>{"name": "fill", "result": "{}"}</tool_response>'}],
    [{"role": "user", "content": "The message has no think block."}, {"role": "user", "content": "And the doors?"}],
    [{"role": "user", "content": "Thank you. Is that all?"}],
]


@pytest.fixture(params=["qwen", "llama"])
def tokenizer(request: pytest.FixtureRequest) -> Any:
    return load_tokenizer(str(request.getfixturevalue(request.param)), None)


def sampled_tokens(tokenizer: Any, seed: int) -> list[int]:
    """As a model at a high temperature writes: token by token, not as the tokenizer would cut the text."""
    ordinary = [one for one in range(len(tokenizer)) if one not in tokenizer.all_special_ids]
    chance = random.Random(seed)
    return [chance.choice(ordinary) for _ in range(30)] + [tokenizer.eos_token_id]


def grown_buffer(tokenizer: Any, seed: int) -> tuple[TokenBuffer, list[list[int]], list[list[int]]]:
    renderer = ChatRenderer(tokenizer)
    buffer = TokenBuffer(renderer.opening(OPENING))
    prompts, written = [buffer.token_ids], []
    for turn, messages in enumerate(FOLLOWING):
        tokens = sampled_tokens(tokenizer, seed + turn)
        written.append(tokens)
        buffer.sampled(tokens, [-0.5] * len(tokens))
        buffer.given(renderer.following(tokens[-1], messages))
        prompts.append(buffer.token_ids)
    return buffer, prompts, written


@pytest.mark.parametrize("seed", range(5))
def test_every_prompt_extends_the_one_before_and_holds_what_was_sampled(tokenizer: Any, seed: int) -> None:
    _, prompts, written = grown_buffer(tokenizer, seed)
    for before, after, tokens in zip(prompts, prompts[1:], written, strict=False):
        assert after[: len(before)] == before
        assert after[len(before) : len(before) + len(tokens)] == tokens


def test_mask_and_log_probabilities_mark_exactly_what_was_sampled(tokenizer: Any) -> None:
    buffer, _, written = grown_buffer(tokenizer, 7)
    kept = [one for one, mask in zip(buffer.response_ids, buffer.mask, strict=True) if mask]
    assert kept == [one for tokens in written for one in tokens]
    assert buffer.logprobs == [-0.5 if mask else 0.0 for mask in buffer.mask]


def test_cutting_the_text_anew_would_give_other_tokens(tokenizer: Any) -> None:
    tokens = sampled_tokens(tokenizer, 3)
    text = ChatRenderer(tokenizer).text(tokens)
    assert tokenizer.encode(text, add_special_tokens=False) != tokens[:-1]


def test_what_follows_a_message_reads_as_the_template_writes_it(tokenizer: Any) -> None:
    renderer = ChatRenderer(tokenizer)
    answer = {"role": "assistant", "content": "<think>\nfull\n</think>\n\n<answer>Done.</answer>"}
    rendered = tokenizer.apply_chat_template([*OPENING, answer], tokenize=False)
    written = renderer._tokens(rendered[len(tokenizer.decode(renderer.opening(OPENING))) :].rstrip())
    buffer = TokenBuffer(renderer.opening(OPENING))
    buffer.sampled(written, [0.0] * len(written))
    buffer.given(renderer.following(written[-1], FOLLOWING[1]))
    whole = tokenizer.apply_chat_template([*OPENING, answer, *FOLLOWING[1]], tokenize=False, add_generation_prompt=True)
    assert tokenizer.decode(buffer.token_ids) == whole


def test_verls_continuous_tokens_are_the_same(tokenizer: Any) -> None:
    family = "qwen3" if tokenizer.eos_token == "<|im_end|>" else "default"
    builder = create_continuous_token_builder(tokenizer, model_family=family)
    renderer, messages = ChatRenderer(tokenizer), list(OPENING)
    tokens = builder.build_initial_tokens(messages)
    assert tokens == renderer.opening(messages)
    for turn, following in enumerate(FOLLOWING):
        written = sampled_tokens(tokenizer, turn)
        tokens = builder.merge_assistant_tokens(tokens, written).token_ids
        earlier = [*messages, {"role": "assistant", "content": "<think>so</think>\n<answer>Done.</answer>"}]
        messages = [*earlier, *following]
        merged = builder.merge_non_assistant_tokens(earlier, messages, tokens).token_ids
        assert merged == tokens + renderer.following(written[-1], following)
        tokens = merged


def test_a_message_cut_off_is_ended_with_a_token_that_nothing_is_learned_from(tokenizer: Any) -> None:
    renderer = ChatRenderer(tokenizer)
    ordinary = tokenizer.encode("word", add_special_tokens=False)[-1]
    ended = renderer.following(tokenizer.eos_token_id, FOLLOWING[0])
    assert renderer.following(ordinary, FOLLOWING[0]) == [tokenizer.eos_token_id, *ended]


def test_what_came_after_the_last_message_is_cut_off() -> None:
    buffer = TokenBuffer([1, 2])
    buffer.sampled([3, 4], [-1.0, -2.0])
    buffer.given([5, 6])
    buffer.cut_tail()
    assert (buffer.token_ids, buffer.mask, buffer.logprobs) == ([1, 2, 3, 4], [1, 1], [-1.0, -2.0])


def test_sampled_tokens_need_a_log_probability_each() -> None:
    with pytest.raises(ValueError, match="2 tokens were sampled with 1"):
        TokenBuffer([1]).sampled([2, 3], [-1.0])


def test_qwen3s_own_template_is_refused_because_it_drops_thinking(qwen: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained(qwen)
    with pytest.raises(BadStageError, match="does not preserve the prefix"):
        ChatRenderer(tokenizer)


def test_the_training_template_takes_its_place_where_there_is_one(qwen: Path) -> None:
    assert template_problem(load_tokenizer(str(qwen), None)) is None


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        (None, "has no chat template"),
        ("{% for m in messages %}{{ m.content }}\n{% endfor %}", "does not end the assistant's message"),
        ("{% for m in messages %}{{ loop.length }}{{ m.content }}<|eot_id|>{% endfor %}", "does not preserve"),
        ("{% for m in messages[:3] %}{{ m.content }}<|eot_id|>{% endfor %}", "drops messages"),
        (
            "{% for m in messages %}{{ m.content }}<|eot_id|>{% if loop.index > 5 %}later{% endif %}{% endfor %}",
            "differently later on",
        ),
    ],
)
def test_an_unfit_template_is_refused_with_its_reason(llama: Path, template: str | None, problem: str) -> None:
    tokenizer = AutoTokenizer.from_pretrained(llama)
    tokenizer.chat_template = template
    with pytest.raises(BadStageError, match=problem):
        ChatRenderer(tokenizer)


def test_a_template_of_ones_own_is_taken_from_a_file(qwen: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.jinja"
    file.write_text("{% for m in messages %}{{ m.role }}: {{ m.content }}<|im_end|>{% endfor %}", encoding="utf-8")
    tokenizer = load_tokenizer(str(qwen), str(file))
    assert ChatRenderer(tokenizer).opening(OPENING)[-1] == tokenizer.eos_token_id
