"""Tokens of an episode, kept as they were sampled: no part of what the model wrote is ever tokenised again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from envtune_trainer.stage import BadStageError

Messages = list[dict[str, Any]]

_ASKED: Messages = [
    {"role": "system", "content": "You help."},
    {"role": "user", "content": "What is 3 + 4?"},
    {"role": "assistant", "content": "<think>weighing it</think>\n<answer>A 7.</answer>"},
]
_RESULT = {"role": "user", "content": "<tool_response>{}</tool_response>"}
_FOLLOWING: list[Messages] = [
    [_RESULT],
    [_RESULT, {"role": "user", "content": "And 4 + 5?"}],
    [{"role": "user", "content": "Thanks. And 5 + 6?"}],
]
_REMEDY = "Give a template that keeps them as settings.chatTemplate (a Jinja file), or train another model."


class ChatRenderer:
    """Messages as tokens, so that every prompt is the one before, what was sampled, and a tail.

    The tail of new messages is rendered behind a stand-in for what the model wrote. That is the true tail only when
    the template renders earlier messages the same whatever comes later, which is checked first.
    """

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer
        refusal = template_problem(tokenizer)
        if refusal is not None:
            raise BadStageError(refusal)

    def opening(self, messages: Messages) -> list[int]:
        """The first prompt, up to where the assistant begins to write."""
        return self._tokens(_render(self.tokenizer, messages, prompt=True))

    def following(self, last: int, messages: Messages) -> list[int]:
        """What comes between the assistant's last token and its next message; an end token where it wrote none."""
        end = [] if last == self.tokenizer.eos_token_id else [self.tokenizer.eos_token_id]
        return end + self._tokens(_tail(self.tokenizer, _ASKED, messages) or "")

    def text(self, token_ids: list[int]) -> str:
        """What the assistant wrote, without the end token."""
        written = token_ids[:-1] if token_ids[-1:] == [self.tokenizer.eos_token_id] else token_ids
        return str(self.tokenizer.decode(written, skip_special_tokens=False, clean_up_tokenization_spaces=False))

    def _tokens(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False))


def template_problem(tokenizer: Any) -> str | None:
    """Why a tokenizer's chat template is unfit for multi-turn training, or None. Tries whole conversations."""
    if not tokenizer.chat_template:
        return "The tokenizer has no chat template."
    if tokenizer.eos_token not in _render(tokenizer, _ASKED, prompt=False):
        return f"The chat template does not end the assistant's message with the tokenizer's {tokenizer.eos_token!r}."
    longer = [[*_ASKED, *following, _ASKED[-1]] for following in _FOLLOWING]
    soon, *later = [[_tail(tokenizer, one, messages) for messages in _FOLLOWING] for one in (_ASKED, *longer)]
    if any(None in tails for tails in (soon, *later)):
        return (
            "The chat template does not preserve the prefix: it renders earlier messages differently once a message "
            f"follows (it drops thinking, say), so a prompt would not extend what was sampled. {_REMEDY}"
        )
    if "" in soon:
        return f"The chat template drops messages of the environment. {_REMEDY}"
    if any(tails != soon for tails in later):
        return f"The chat template renders what follows a message differently later on. {_REMEDY}"
    return None


def _tail(tokenizer: Any, earlier: Messages, following: Messages) -> str | None:
    """What a template writes behind the assistant's end token; None when it changes what stands before."""
    before = _render(tokenizer, earlier, prompt=False)
    after = _render(tokenizer, [*earlier, *following], prompt=True)
    end = before.rfind(tokenizer.eos_token) + len(tokenizer.eos_token)
    return after[end:] if after.startswith(before) else None


def _render(tokenizer: Any, messages: Messages, *, prompt: bool) -> str:
    return str(tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=prompt))


@dataclass
class TokenBuffer:
    """A prompt and what grew behind it; mask 1 and a log-probability where the model wrote, else 0 and 0.0."""

    prompt_ids: list[int]
    response_ids: list[int] = field(default_factory=list)
    mask: list[int] = field(default_factory=list)
    logprobs: list[float] = field(default_factory=list)

    @property
    def token_ids(self) -> list[int]:
        """All tokens so far: the prompt of the next message."""
        return self.prompt_ids + self.response_ids

    def sampled(self, token_ids: Sequence[int], logprobs: Sequence[float]) -> None:
        """What the model wrote, with the log-probability of each token under the policy that wrote it."""
        if len(token_ids) != len(logprobs):
            raise ValueError(f"{len(token_ids)} tokens were sampled with {len(logprobs)} log-probabilities")
        self._append(token_ids, logprobs, 1)

    def given(self, token_ids: Sequence[int]) -> None:
        """What the environment or the template put there."""
        self._append(token_ids, [0.0] * len(token_ids), 0)

    def cut_tail(self) -> None:
        """Takes away what was given after the last sampled token: nothing is learned from it."""
        keep = max((place + 1 for place, one in enumerate(self.mask) if one), default=0)
        del self.response_ids[keep:], self.mask[keep:], self.logprobs[keep:]

    def _append(self, token_ids: Sequence[int], logprobs: Sequence[float], one: int) -> None:
        self.response_ids += token_ids
        self.logprobs += logprobs
        self.mask += [one] * len(token_ids)
