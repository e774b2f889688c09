"""One episode of a language model: prompts out, sampled tokens in, until the environment says that it is over."""

from typing import Any, NamedTuple

from envtune_trainer.env_client import EnvClient, EpisodeLostError, Played
from envtune_trainer.stage import BadStageError, Stage
from envtune_trainer.token_buffer import ChatRenderer, TokenBuffer

REPLAYS = 3
"""How often an episode that infrastructure lost is played before it is left out."""


class Sampled(NamedTuple):
    """One message as the model wrote it. `version`: the training step whose weights wrote it."""

    token_ids: list[int]
    logprobs: list[float]
    version: int | None = None


class Episode:
    """What was sampled, what came back, and what the environment server made of it."""

    def __init__(self, stage: Stage, renderer: ChatRenderer, wanted: dict[str, Any]) -> None:
        """`wanted`: which task, how, and its place (`training_step`, `group`, `group_size`, `rollout`)."""
        self._stage, self._renderer = stage, renderer
        self._wanted = {**wanted, "group": f"{wanted['partition']}-{wanted['training_step']}-{wanted['group']}"}
        self._client = EnvClient(stage.environment.url)
        self._replays = 0
        self.lost = False

    async def open(self) -> None:
        """Begins, up to the first prompt; of what was played before a loss nothing is kept."""
        self.done, self.reward, self.steps = False, 0.0, 0
        self.turn_scores: list[float] = []
        self.info: dict[str, float] = {}
        self.truncated: str | None = None
        played = await self._client.reset(self._reset_arguments())
        self.buffer = TokenBuffer(self._renderer.opening(played["observation"]["messages"]))
        length, most = len(self.buffer.prompt_ids), self._stage.setting("promptLength")
        if length > most or self.room < 1:
            raise BadStageError(
                f"The first prompt of task {self._wanted['task']} has {length} tokens: more than settings.promptLength "
                f"({most}) or settings.contextLength ({self._stage.setting('contextLength')})."
            )

    @property
    def room(self) -> int:
        """Most tokens that the next message may have."""
        return min(self._stage.setting("stepLength") or self._space("contextLength"), self._space())

    async def take(self, message: Sampled) -> None:
        """Plays the message and puts what comes back behind it, ready for the next one."""
        try:
            await self._play(message)
        except EpisodeLostError as error:
            print(f"An episode of {self._wanted['task']} is lost: {error}", flush=True)
            await self._client.close()
            self._replays += 1
            self.lost = self.done = self._replays == REPLAYS
            if not self.lost:
                await self.open()
        if self.done:
            await self._client.close()

    async def _play(self, message: Sampled) -> None:
        ended = message.token_ids[-1:] == [self._renderer.tokenizer.eos_token_id]
        self.buffer.sampled(message.token_ids, message.logprobs)
        self.steps += 1
        if ended or self._space() > 0:
            action = {
                "type": "assistant",
                "content": self._renderer.text(message.token_ids),
                "token_ids": message.token_ids,
                "logprobs": message.logprobs,
                "policy_version": message.version,
                "finish_reason": "stop" if ended else "length",
            }
            self._note(await self._client.step(action))
        if not self.done and self._space() < 1:
            self.truncated = "length" if self._space("responseLength") < 1 else "context"
            self.buffer.cut_tail()
            self._note(await self._client.step({"type": "truncated", "reason": self.truncated}))

    def _note(self, played: Played) -> None:
        observation = played["observation"]
        if observation["turn"]["ended"]:
            self.turn_scores.append(float(observation["turn"]["reward"] or 0.0))
        self.done = played["done"]
        if self.done:
            info = {key: float(value) for key, value in observation["reward_extra_info"].items()}
            # verl counts a key of that name twice
            self.reward = info.pop("reward")
            self.info = {**info, "truncated": float(self.truncated is not None)}
        else:
            self.buffer.given(self._renderer.following(self.buffer.response_ids[-1], observation["messages"]))

    def _space(self, *limits: str) -> int:
        """Tokens that are left, by the limits that are named, else by both."""
        prompt, response = len(self.buffer.prompt_ids), len(self.buffer.response_ids)
        taken = {"responseLength": response, "contextLength": prompt + response}
        return min(int(self._stage.setting(limit)) - taken[limit] for limit in limits or taken)

    def _reset_arguments(self) -> dict[str, Any]:
        """What the environment server is asked for. Run and attempt follow from the run token."""
        stage, evaluation = self._stage, self._stage.evaluation
        training = {"reward": stage.stage.reward, "stage": stage.stage.name}
        place = f"{self._wanted['group']}-{self._wanted['rollout']}-{self._replays}"
        return {
            **stage.environment.model_dump(exclude={"url"}),
            "seed": stage.seed,
            "episode_id": f"{stage.name}-{place}",
            **self._wanted,
            # an evaluation belongs to no stage, and to the step of the run at which the weights stand
            **({"training_step": evaluation.step} if evaluation else training),
        }
