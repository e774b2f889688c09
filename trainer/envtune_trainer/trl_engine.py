"""A stage as TRL's GRPOTrainer runs it, in this process: arguments, rollouts, rewards, checkpoints."""

import asyncio
import json
import os
import signal
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import mlflow
import torch
import yaml
from datasets import Dataset
from transformers import AutoModelForCausalLM, TrainerCallback
from trl import GRPOConfig, GRPOTrainer

from envtune_trainer.episode import Episode, Sampled
from envtune_trainer.models import first_weights, load_tokenizer, newest_checkpoint, step_of
from envtune_trainer.stage import PACKAGE, BadStageError, Row, Stage, tell
from envtune_trainer.token_buffer import ChatRenderer, TokenBuffer


def arguments(stage: Stage) -> dict[str, Any]:
    """Arguments of GRPOConfig: trl.yaml, what follows from the stage, and its `overrides` last."""
    sequences, micro = stage.stage.batch_size * stage.stage.group_size, stage.setting("microBatch")
    if sequences % micro != 0:
        raise BadStageError(f"{sequences} sequences a step cannot be cut into microBatch {micro}.")
    known = yaml.safe_load((PACKAGE / "trl.yaml").read_text(encoding="utf-8"))
    given = (override.partition("=") for override in stage.setting("overrides"))
    return {
        **known["fixed"],
        **{name: stage.setting(key) for name, key in known["settings"].items()},
        **{name: attrgetter(place)(stage) for name, place in known["stage"].items()},
        "gradient_accumulation_steps": sequences // micro,
        "per_device_eval_batch_size": stage.setting("concurrency") if stage.evaluation else stage.samples,
        "loss_type": {"seq-mean-token-mean": "grpo", "token-mean": "dapo"}[stage.setting("lossAggregation")],
        "bf16": stage.setting("dtype") == "bfloat16",
        "gradient_checkpointing": torch.cuda.is_available(),
        "use_cpu": not torch.cuda.is_available(),
        "report_to": ["mlflow"] if "MLFLOW_TRACKING_URI" in os.environ else [],
        **(known["evaluation"] if stage.evaluation else {}),
        **{name: yaml.safe_load(value) for name, _, value in given},
    }


def sample(trainer: Any, prompts: list[list[int]], rooms: list[int]) -> list[Sampled]:
    """A message behind each prompt by TRL's own generation, with the log-probabilities that TRL trains with."""
    trainer.generation_config.max_new_tokens = max(rooms)
    drawn, scores = trainer._generate_single_turn(prompts, None, {})
    drawn = [ids[:room] for ids, room in zip(drawn, rooms, strict=True)]
    if scores is None:  # a rollout engine brings them with it
        # padded before them, all messages end in the last column
        whole = [prompt + ids for prompt, ids in zip(prompts, drawn, strict=True)]
        batch = trainer.processing_class.pad({"input_ids": whole}, padding_side="left", return_tensors="pt")
        asked = {**batch.to(trainer.accelerator.device), "logits_to_keep": max(map(len, drawn))}
        with torch.no_grad():
            size = trainer.args.per_device_train_batch_size
            found, *_ = trainer._get_per_token_logps_and_entropies(trainer.model, **asked, batch_size=size)
        scores = [row[-len(ids) :] for ids, row in zip(drawn, found.tolist(), strict=True)]
    version = trainer.state.global_step
    return [Sampled(ids, row[: len(ids)], version) for ids, row in zip(drawn, scores, strict=True)]


def rollout(stage: Stage, renderer: ChatRenderer, prompts: list[str], trainer: Any) -> dict[str, Any]:
    """`rollout_func` of GRPOTrainer, once stage and renderer are bound. Its prompts name tasks (`data_set`)."""
    training = trainer.model.training
    size = trainer.num_generations if training else trainer.num_generations_eval
    step, first = trainer.state.global_step + training, trainer.accelerator.process_index * len(prompts)
    episodes = []
    for at, row in enumerate(map(json.loads, prompts), first):
        place = {"training_step": step, "group": f"{row['task']}-{row['feedback']}-{at // size}"}
        wanted = {**row, **place, "group_size": size, "rollout": at % size}
        episodes.append(Episode(stage, renderer, wanted))
    trainer.model.eval()
    asyncio.run(_play(episodes, trainer, stage.setting("concurrency")))
    trainer.model.train(training)
    # TRL wants a token in every row: a lost episode is one masked end token, and its reward of None
    # leaves it out of its group's mean and deviation
    end = [renderer.tokenizer.eos_token_id]
    buffers = [TokenBuffer(end, end, [0], [0.0]) if one.lost else one.buffer for one in episodes]
    return {
        "prompt_ids": [one.prompt_ids for one in buffers],
        "completion_ids": [one.response_ids for one in buffers],
        "logprobs": [one.logprobs for one in buffers],
        "env_mask": [one.mask for one in buffers],
        "played": episodes,
    }


async def _play(episodes: list[Episode], trainer: Any, places: int) -> None:
    """All that are under way generate together; as one ends, another that waits for its place begins."""
    while under_way := [one for one in episodes if not one.done][:places]:
        await asyncio.gather(*(one.open() for one in under_way if not one.begun))
        prompts, rooms = [one.buffer.token_ids for one in under_way], [one.room for one in under_way]
        # beside the lines, whose pings want answers however long it takes
        messages = await asyncio.to_thread(sample, trainer, prompts, rooms)
        await asyncio.gather(*(one.take(said) for one, said in zip(under_way, messages, strict=True)))


def environment(played: list[Episode], log_metric: Callable[[str, float], None], **_: Any) -> list[float | None]:
    """The reward function: what the environment server said. Validation with hints is logged beside it."""
    for one in played:
        if one.aside and not one.lost:
            log_metric("reward_augmented", one.reward)
        elif not one.lost:
            for name, value in one.info.items():  # TRL logs the mean over the batch
                log_metric(f"environment/{name}", value)
    return [None if one.aside or one.lost else one.reward for one in played]


def data_set(rows: list[Row]) -> Dataset:
    return Dataset.from_list([{"prompt": json.dumps(row)} for row in rows])


class Lifecycle(TrainerCallback):  # type: ignore[misc]
    """Tells of checkpoints; on SIGTERM the step that is under way is finished and saved, and training ends."""

    def __init__(self) -> None:
        self.stopped = False
        signal.signal(signal.SIGTERM, self._stop)

    def _stop(self, *_: Any) -> None:
        self.stopped = True

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if self.stopped:
            control.should_save = control.should_training_stop = True

    def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if args.report_to:
            mlflow.flush_async_logging()  # who resumes here finds every metric up to here
        path = Path(args.output_dir) / f"checkpoint-{state.global_step}"
        if state.is_world_process_zero:
            size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
            tell("checkpoint", step=state.global_step, path=str(path), bytes=size)


def build_trainer(stage: Stage, checkpoint: Path | None) -> GRPOTrainer:
    path = first_weights(stage)
    tokenizer = load_tokenizer(path, stage.setting("chatTemplate"))
    return GRPOTrainer(
        model=AutoModelForCausalLM.from_pretrained(path, dtype=getattr(torch, stage.setting("dtype"))),
        reward_funcs=environment,
        # a resumed stage has had its first validation
        args=GRPOConfig(**{"eval_on_start": checkpoint is None, **arguments(stage)}),
        train_dataset=data_set(stage.training_rows()),
        eval_dataset=data_set(stage.validation_rows()),
        processing_class=tokenizer,
        rollout_func=partial(rollout, stage, ChatRenderer(tokenizer)),
    )


def train(stage: Stage) -> None:
    """Trains the stage to its end, from its newest checkpoint where it has one; an evaluation only plays."""
    if stage.evaluation is not None:
        trainer = build_trainer(stage, None)
        tell("started", engine="trl", step=stage.evaluation.step)
        trainer.evaluate()
        tell("finished", step=stage.evaluation.step)
        return
    folder, resume = Path(stage.checkpoints.folder), stage.checkpoints.resume
    checkpoint = {"auto": newest_checkpoint(folder), "never": None}.get(resume, Path(resume))
    step = step_of(checkpoint) if checkpoint else 0
    lifecycle = Lifecycle()
    if step < stage.max_steps:
        trainer = build_trainer(stage, checkpoint)
        trainer.add_callback(lifecycle)
        tell("started", engine="trl", step=step)
        trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
        step = trainer.state.global_step
    tell("stopped" if lifecycle.stopped else "finished", step=step)
