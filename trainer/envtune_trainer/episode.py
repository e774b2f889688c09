"""One episode of a language model: prompts out, sampled tokens in, until the environment says that it is over."""

from typing import Any, NamedTuple

from envtune_trainer.env_client import EnvClient, EpisodeLostError, Played
from envtune_trainer.stage import BadStageError, Stage
from envtune_trainer.token_buffer import ChatRenderer, TokenBuffer

REPLAYS = 3  # times that an episode which infrastructure loses is played before it is left out


class Sampled(NamedTuple):
    """One message as the model wrote it, with the training step whose weights wrote it."""

    token_ids: list[int]
    logprobs: list[float]
    policy_version: int | None = None


class Episode:
    """What was sampled, what came back, and what the environment server made of it."""

    def __init__(self, stage: Stage, renderer: ChatRenderer, wanted: dict[str, Any]) -> None:
        """`wanted`: which task, how, and its place (`training_step`, `group`, `group_size`, `rollout`)."""
        self._stage, self._renderer, self._client = stage, renderer, EnvClient(stage.environment.url)
        group = f"{wanted['partition']}-{wanted['training_step']}-{wanted['group']}"
        self._name = f"{stage.name}-{group}-{wanted['rollout']}"
        # run and attempt follow from the run token
        self._asked = {**stage.environment.model_dump(exclude={"url"}), "seed": stage.seed, **wanted, "group": group}
        if stage.evaluation is None:
            self._asked |= {"reward": stage.stage.reward, "stage": stage.stage.name}
        else:  # it belongs to no stage, and to the step of the run at which the weights stand
            self._asked["training_step"] = stage.evaluation.step
        # what validation with hints earns is told beside the reward
        self.aside = (wanted["partition"], wanted["feedback"]) == ("validation", "augmented")
        self._replays = 0
        self.begun = self.done = self.lost = False

    async def open(self) -> None:
        """Begins, up to the first prompt; of what was played before a loss nothing is kept."""
        self.begun, self.done, self.reward, self.steps = True, False, 0.0, 0
        self.turn_scores: list[float] = []
        self.info: dict[str, float] = {}
        self.truncated: str | None = None
        played = await self._client.reset({**self._asked, "episode_id": f"{self._name}-{self._replays}"})
        self.buffer = TokenBuffer(self._renderer.opening(played["observation"]["messages"]))
        length, most = len(self.buffer.prompt_ids), self._stage.setting("promptLength")
        if length > most or self.room < 1:
            raise BadStageError(
                f"The first prompt of task {self._asked['task']} has {length} tokens: more than settings.promptLength "
                f"({most}) or settings.contextLength ({self._stage.setting('contextLength')})."
            )

    @property
    def room(self) -> int:
        """Most tokens that the next message may have."""
        setting, response = self._stage.setting, len(self.buffer.response_ids)
        context = setting("contextLength") - len(self.buffer.prompt_ids) - response
        return int(min(setting("responseLength") - response, context, setting("stepLength") or context))

    async def take(self, message: Sampled) -> None:
        """Plays the message and puts what comes back behind it, ready for the next one."""
        try:
            await self._play(message)
        except EpisodeLostError as error:
            print(f"An episode of {self._asked['task']} is lost: {error}", flush=True)
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
        if ended or self.room > 0:
            said = {"content": self._renderer.text(message.token_ids), "finish_reason": "stop" if ended else "length"}
            self._note(await self._client.step({"type": "assistant", **said, **message._asdict()}))
        if not self.done and self.room < 1:
            all_used = len(self.buffer.response_ids) >= self._stage.setting("responseLength")
            self.truncated = "length" if all_used else "context"
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
