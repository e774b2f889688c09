"""A stage as TRL's GRPOTrainer runs it, in this process: arguments, rollouts, rewards, checkpoints."""

import asyncio
import json
import os
import signal
from collections.abc import Callable
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
from envtune_trainer.token_buffer import ChatRenderer


def trl_arguments(stage: Stage) -> dict[str, Any]:
    """Arguments of GRPOConfig: trl.yaml, what the stage says, and its `overrides` last."""
    gate, micro = stage.stage.gate, stage.setting("microBatch")
    sequences = stage.stage.batch_size * stage.stage.group_size
    if sequences % micro != 0:
        raise BadStageError(f"{sequences} sequences a step cannot be cut into microBatch {micro}.")
    known = yaml.safe_load((PACKAGE / "trl.yaml").read_text(encoding="utf-8"))
    given = (override.partition("=") for override in stage.setting("overrides"))
    # nothing is learned from an evaluation: no reference model, no chance, no metrics beside the training's
    evaluating = {"beta": 0.0, "generation_kwargs": {"do_sample": False}, "report_to": []}
    return {
        **known["fixed"],
        **{name: stage.setting(key) for name, key in known["settings"].items()},
        "output_dir": stage.checkpoints.folder,
        "run_name": stage.name,
        "seed": stage.seed,
        "max_steps": stage.max_steps,
        "num_generations": stage.stage.group_size,
        "num_generations_eval": stage.samples,
        "gradient_accumulation_steps": sequences // micro,
        "per_device_eval_batch_size": stage.setting("concurrency") if stage.evaluation else stage.samples,
        "loss_type": {"seq-mean-token-mean": "grpo", "token-mean": "dapo"}[stage.setting("lossAggregation")],
        "bf16": stage.setting("dtype") == "bfloat16",
        "gradient_checkpointing": torch.cuda.is_available(),
        "use_cpu": not torch.cuda.is_available(),
        **dict.fromkeys(("eval_steps", "save_steps"), gate.validate_every),
        "save_total_limit": stage.checkpoints.keep,
        "report_to": ["mlflow"] if "MLFLOW_TRACKING_URI" in os.environ else [],
        **(evaluating if stage.evaluation else {}),
        **{name: yaml.safe_load(value) for name, _, value in given},
    }


def sample(trainer: Any, prompts: list[list[int]], rooms: list[int]) -> list[Sampled]:
    """A message behind each prompt by TRL's own generation, with the log-probabilities that TRL trains with."""
    trainer.generation_config.max_new_tokens = max(rooms)
    drawn, scores = trainer._generate_single_turn(prompts, None, {})
    drawn = [ids[:room] for ids, room in zip(drawn, rooms, strict=True)]
    if scores is None:  # a rollout engine brings them with it
        pad, size = trainer.processing_class.pad, trainer.args.per_device_train_batch_size
        before = pad({"input_ids": prompts}, padding_side="left", return_tensors="pt")
        after = pad({"input_ids": drawn}, padding_side="right", return_tensors="pt")
        whole = [torch.cat([before[key], after[key]], dim=1) for key in ("input_ids", "attention_mask")]
        ids, mask = (part.to(trainer.accelerator.device) for part in whole)
        with torch.no_grad():
            width = after["input_ids"].shape[1]
            scores, *_ = trainer._get_per_token_logps_and_entropies(trainer.model, ids, mask, width, batch_size=size)
        scores = scores.tolist()
    version = trainer.state.global_step
    return [Sampled(ids, row[: len(ids)], version) for ids, row in zip(drawn, scores, strict=True)]


class TrlRollout:
    """`rollout_func` of GRPOTrainer. Its prompts name tasks (`data_set`); the first message comes from the server."""

    def __init__(self, stage: Stage, renderer: ChatRenderer) -> None:
        self._stage, self._renderer = stage, renderer

    def __call__(self, prompts: list[str], trainer: Any) -> dict[str, Any]:
        training = trainer.model.training
        size = trainer.num_generations if training else trainer.num_generations_eval
        step, first = trainer.state.global_step + training, trainer.accelerator.process_index * len(prompts)
        rows, episodes = [json.loads(text) for text in prompts], []
        for at, row in enumerate(rows, first):
            place = {"training_step": step, "group": f"{row['task']}-{row['feedback']}-{at // size}"}
            wanted = {**row, **place, "group_size": size, "rollout": at % size}
            episodes.append(Episode(self._stage, self._renderer, wanted))
        trainer.model.eval()
        try:
            asyncio.run(self._play(episodes, trainer))
        finally:
            trainer.model.train(training)
        # TRL wants a token in every row: a lost episode is one masked end token, and its reward of None
        # leaves it out of its group's mean and deviation
        filler = [self._renderer.tokenizer.eos_token_id]
        return {
            "prompt_ids": [filler if one.lost else one.buffer.prompt_ids for one in episodes],
            "completion_ids": [filler if one.lost else one.buffer.response_ids for one in episodes],
            "logprobs": [[0.0] if one.lost else one.buffer.logprobs for one in episodes],
            "env_mask": [[0] if one.lost else one.buffer.mask for one in episodes],
            "played": episodes,
            "aside": [row["partition"] == "validation" and row["feedback"] == "augmented" for row in rows],
        }

    async def _play(self, episodes: list[Episode], trainer: Any) -> None:
        """All that are under way generate together; as one ends, another that waits for its place begins."""
        waiting, under_way, places = list(episodes), list[Episode](), self._stage.setting("concurrency")
        while waiting or under_way:
            begun, waiting = waiting[: places - len(under_way)], waiting[places - len(under_way) :]
            await asyncio.gather(*(one.open() for one in begun))
            under_way += begun
            prompts, rooms = [one.buffer.token_ids for one in under_way], [one.room for one in under_way]
            # beside the lines, whose pings want answers however long it takes
            messages = await asyncio.to_thread(sample, trainer, prompts, rooms)
            await asyncio.gather(*(one.take(said) for one, said in zip(under_way, messages, strict=True)))
            under_way = [one for one in under_way if not one.done]


def environment(
    played: list[Episode], aside: list[bool], log_metric: Callable[[str, float], None], **_: Any
) -> list[float | None]:
    """The reward function: what the environment server said. Validation with hints is logged beside it (`aside`)."""
    hinted = [one.reward for one, beside in zip(played, aside, strict=True) if beside and not one.lost]
    if hinted:
        log_metric("reward_augmented", sum(hinted) / len(hinted))
    infos = [one.info for one, beside in zip(played, aside, strict=True) if not (beside or one.lost)]
    for name in infos[0] if infos else []:
        log_metric(f"environment/{name}", sum(info[name] for info in infos) / len(infos))
    return [None if beside or one.lost else one.reward for one, beside in zip(played, aside, strict=True)]


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
        args=GRPOConfig(**{"eval_on_start": checkpoint is None, **trl_arguments(stage)}),
        train_dataset=data_set(stage.training_rows()),
        eval_dataset=data_set(stage.validation_rows()),
        processing_class=tokenizer,
        rollout_func=TrlRollout(stage, ChatRenderer(tokenizer)),
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
