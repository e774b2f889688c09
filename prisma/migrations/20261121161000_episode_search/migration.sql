-- AlterTable
ALTER TABLE "episodes" ADD COLUMN     "near_miss" REAL,
ADD COLUMN     "surprise" REAL;

-- What was recorded before: a group's own spread, and failures that came far.
UPDATE "episodes" SET "near_miss" = "progress"
WHERE "invalid" IS NULL AND NOT "success" AND "progress" >= 0.5;

WITH stats AS (
  SELECT "attempt_id", "group_key", avg("reward"::float8) AS mean, stddev_pop("reward"::float8) AS deviation,
         min("reward") = max("reward") AS flat
  FROM "episodes"
  WHERE "group_key" IS NOT NULL AND "invalid" IS NULL
  GROUP BY 1, 2
  HAVING count(*) > 1
)
UPDATE "episodes" e
SET "surprise" = CASE WHEN s.flat THEN 0 ELSE abs(e."reward" - s.mean) / (s.deviation + 1e-6) END
FROM stats s
WHERE e."attempt_id" = s."attempt_id" AND e."group_key" = s."group_key" AND e."invalid" IS NULL;

-- CreateTable
CREATE TABLE "episode_texts" (
    "episode_id" BIGINT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "episode_texts_pkey" PRIMARY KEY ("episode_id")
);

-- CreateTable
CREATE TABLE "episode_names" (
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "episode_names_pkey" PRIMARY KEY ("kind","name")
);

INSERT INTO "episode_names" ("kind", "name")
SELECT 'code', unnest("error_codes") FROM "episodes"
UNION SELECT 'rule', unnest("hint_rules") FROM "episodes"
UNION SELECT 'domain', unnest("domains") FROM "episodes"
UNION SELECT 'suite', "suite" FROM "episodes";

-- DropIndex
DROP INDEX "episodes_run_id_task_id_id_idx";

-- DropIndex
DROP INDEX "episodes_run_id_group_key_idx";

-- CreateIndex
CREATE INDEX "episodes_task_id_run_id_id_idx" ON "episodes"("task_id", "run_id", "id");

-- CreateIndex
CREATE INDEX "episodes_group_key_attempt_id_idx" ON "episodes"("group_key", "attempt_id");

-- CreateIndex
CREATE INDEX "episodes_reward_id_idx" ON "episodes"("reward", "id");

-- CreateIndex
CREATE INDEX "episodes_surprise_id_idx" ON "episodes"("surprise", "id");

-- CreateIndex
CREATE INDEX "episodes_near_miss_id_idx" ON "episodes"("near_miss", "id");

-- CreateIndex
CREATE INDEX "episodes_step_count_id_idx" ON "episodes"("step_count", "id");

-- CreateIndex
CREATE INDEX "episode_texts_words_idx" ON "episode_texts" USING GIN ("words" tsvector_ops);

-- AddForeignKey
ALTER TABLE "episode_texts" ADD CONSTRAINT "episode_texts_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "episodes"("id") ON DELETE CASCADE ON UPDATE CASCADE;
