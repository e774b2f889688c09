"""The stock mlflow client against one tracking server: points per second, in batches and one by one.

client.py <uri> <clients> <batches> <singles> [unread]: each client is a process with a run of its own. Prints one line
of JSON; fails unless everything that was logged can be read afterwards, which "unread" does not try.
"""

import json
import multiprocessing as mp
import sys
import time

from mlflow.entities import Metric
from mlflow.tracking import MlflowClient

BATCH = 1000
SERIES = 20
START = 1_700_000_000_000


def batch(number: int) -> list[Metric]:
    """A thousand points: fifty steps of twenty series, as a trainer's flush."""
    first = number * (BATCH // SERIES)
    return [
        Metric(f"actor/series_{index % SERIES}", index * 0.5, START + first + index // SERIES, first + index // SERIES)
        for index in range(BATCH)
    ]


def log(uri: str, batches: int, singles: int, barrier: "mp.synchronize.Barrier", results: "mp.Queue") -> None:
    client = MlflowClient(uri)
    run = client.create_run("0").info.run_id
    made = [batch(number) for number in range(batches + 1)]
    client.log_batch(run, metrics=made[0])
    client.log_metric(run, "warm", 0.0, START, 0)
    barrier.wait()
    begun = time.monotonic()
    for metrics in made[1:]:
        client.log_batch(run, metrics=metrics)
    batched = time.monotonic()
    barrier.wait()
    begun_singles = time.monotonic()
    for step in range(singles):
        client.log_metric(run, "single", step * 0.25, START + step, step)
    results.put((run, begun, batched, begun_singles, time.monotonic()))


def check(client: MlflowClient, run: str, batches: int, singles: int) -> None:
    expected: dict[str, list[tuple[int, int, float]]] = {"single": []}
    for number in range(batches + 1):
        for metric in batch(number):
            expected.setdefault(metric.key, []).append((metric.timestamp, metric.step, metric.value))
    expected["single"] = [(START + step, step, step * 0.25) for step in range(singles)]
    for key, points in expected.items():
        found = [(point.timestamp, point.step, point.value) for point in client.get_metric_history(run, key)]
        if sorted(found) != sorted(points):
            sys.exit(f"{key} of {run}: {len(found)} points can be read, {len(points)} were logged")


def main() -> None:
    uri, clients, batches, singles = sys.argv[1], *(int(text) for text in sys.argv[2:5])
    context = mp.get_context("spawn")
    barrier, results = context.Barrier(clients), context.Queue()
    arguments = (uri, batches, singles, barrier, results)
    processes = [context.Process(target=log, args=arguments) for _ in range(clients)]
    for process in processes:
        process.start()
    done = [results.get(timeout=550) for _ in processes]
    for process in processes:
        process.join()
    runs, begun, batched, begun_singles, ended = zip(*done, strict=True)
    for run in runs if "unread" not in sys.argv else ():
        check(MlflowClient(uri), run, batches, singles)
    seconds = max(batched) - min(begun)
    single_seconds = max(ended) - min(begun_singles)
    points = clients * batches * BATCH
    print(json.dumps({"batch": points / seconds, "single": clients * singles / single_seconds}))


if __name__ == "__main__":
    main()
