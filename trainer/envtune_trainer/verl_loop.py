"""verl's agent loop on the environment server: user turns, and an episode that goes on after an answer."""

import json
from typing import Any
from uuid import uuid4

from verl.experimental.agent_loop.agent_loop import AgentLoopBase, AgentLoopOutput
from verl.utils.profiler import simple_timer

from envtune_trainer.episode import Episode, Sampled
from envtune_trainer.stage import Stage
from envtune_trainer.token_buffer import ChatRenderer


class EnvtuneAgentLoop(AgentLoopBase):  # type: ignore[misc]
    """One rollout. `stage` comes from the agent loop's configuration file, the task from the data's prompt."""

    def __init__(self, *args: Any, stage: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stage = Stage.model_validate_json(stage)
        self._renderer = ChatRenderer(self.tokenizer)

    async def run(self, sampling_params: dict[str, Any], **kwargs: Any) -> AgentLoopOutput | list[AgentLoopOutput]:
        """Plays the task. An episode that infrastructure lost again and again gives no output at all: a row with a
        mask of zeros would still count in its group's mean and deviation."""
        row, stage = json.loads(kwargs["raw_prompt"][0]["content"]), self._stage
        size = stage.stage.group_size if row["partition"] == "train" else stage.samples
        place = {"training_step": int(kwargs["global_steps"]), "group": str(kwargs["uid"]), "group_size": size}
        episode = Episode(stage, self._renderer, {**row, **place, "rollout": int(kwargs.get("session_id", 0))})
        request, timing = uuid4().hex, {"generate": 0.0}
        written: dict[str, Any] = {}
        with simple_timer("episode", timing):
            await episode.open()
            while not episode.done:
                prompt, how = episode.buffer.token_ids, {**sampling_params, "max_tokens": episode.room}
                with simple_timer("generate", timing):
                    output = await self.server_manager.generate(request, prompt_ids=prompt, sampling_params=how)
                # whose weights wrote it: those of the first message's least step up to the last one's greatest
                least = written.get("min_global_steps", output.extra_fields.get("min_global_steps"))
                written = {**output.extra_fields, "min_global_steps": least}
                version = written.get("max_global_steps")
                await episode.take(Sampled(list(output.token_ids), list(output.log_probs or []), version))
        if episode.lost:
            return []
        scores = {"reward_extra_info": episode.info, "turn_scores": episode.turn_scores}
        return AgentLoopOutput(
            prompt_ids=episode.buffer.prompt_ids,
            response_ids=episode.buffer.response_ids,
            response_mask=episode.buffer.mask,
            response_logprobs=episode.buffer.logprobs,
            reward_score=episode.reward,
            num_turns=len(episode.turn_scores) + episode.steps,
            metrics={"generate_sequences": timing["generate"], "tool_calls": timing["episode"] - timing["generate"]},
            extra_fields={**written, **scores, "tool_rewards": []},
        )
