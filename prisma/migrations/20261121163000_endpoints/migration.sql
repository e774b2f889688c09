-- AlterTable
ALTER TABLE "evaluations" ADD COLUMN     "completion_tokens" BIGINT,
ADD COLUMN     "measures" JSONB,
ADD COLUMN     "prompt_tokens" BIGINT,
ADD COLUMN     "repeats" SMALLINT NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "evaluation_tasks" DROP CONSTRAINT "evaluation_tasks_pkey",
ADD COLUMN     "repeat" SMALLINT NOT NULL DEFAULT 0,
ADD CONSTRAINT "evaluation_tasks_pkey" PRIMARY KEY ("evaluation_id", "task_id", "repeat");

-- CreateTable
CREATE TABLE "endpoints" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "secret" BYTEA,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_jobs" (
    "run_id" INTEGER NOT NULL,
    "endpoint_id" INTEGER NOT NULL,
    "simulator_id" INTEGER,
    "repeats" SMALLINT NOT NULL,

    CONSTRAINT "evaluation_jobs_pkey" PRIMARY KEY ("run_id")
);

-- CreateTable
CREATE TABLE "evaluation_plays" (
    "run_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "repeat" SMALLINT NOT NULL,
    "suite_id" INTEGER NOT NULL,
    "done" BOOLEAN NOT NULL DEFAULT false,
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "reason" TEXT,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "failed_requests" INTEGER NOT NULL DEFAULT 0,
    "prompt_tokens" BIGINT NOT NULL DEFAULT 0,
    "completion_tokens" BIGINT NOT NULL DEFAULT 0,
    "waited_ms" BIGINT NOT NULL DEFAULT 0,
    "episode_id" BIGINT,
    "success" BOOLEAN NOT NULL DEFAULT false,
    "turn_scores" SMALLINT[],
    "irrelevance" BOOLEAN NOT NULL DEFAULT false,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "malformed_steps" INTEGER NOT NULL DEFAULT 0,
    "measures" JSONB,

    CONSTRAINT "evaluation_plays_pkey" PRIMARY KEY ("run_id","task_id","repeat")
);

-- CreateIndex
CREATE UNIQUE INDEX "endpoints_name_key" ON "endpoints"("name");

-- CreateIndex
CREATE INDEX "evaluation_jobs_endpoint_id_idx" ON "evaluation_jobs"("endpoint_id");

-- CreateIndex
CREATE INDEX "evaluation_plays_run_id_suite_id_idx" ON "evaluation_plays"("run_id", "suite_id");

-- AddForeignKey
ALTER TABLE "evaluation_jobs" ADD CONSTRAINT "evaluation_jobs_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_jobs" ADD CONSTRAINT "evaluation_jobs_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_jobs" ADD CONSTRAINT "evaluation_jobs_simulator_id_fkey" FOREIGN KEY ("simulator_id") REFERENCES "endpoints"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_plays" ADD CONSTRAINT "evaluation_plays_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "evaluation_jobs"("run_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_plays" ADD CONSTRAINT "evaluation_plays_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_plays" ADD CONSTRAINT "evaluation_plays_suite_id_fkey" FOREIGN KEY ("suite_id") REFERENCES "suites"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
