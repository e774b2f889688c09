-- CreateTable
CREATE TABLE "fork_tests" (
    "id" SERIAL NOT NULL,
    "run_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "status_reason" TEXT,
    "plan" JSONB NOT NULL,
    "checkpoint_id" INTEGER,
    "endpoint_id" INTEGER,
    "population" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "lease_owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "fork_tests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forks" (
    "test_id" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "episode_id" BIGINT NOT NULL,
    "task_id" INTEGER NOT NULL,
    "turn" SMALLINT NOT NULL,
    "step" INTEGER NOT NULL,
    "call" SMALLINT NOT NULL,
    "domain" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "rule" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "reason" TEXT,
    "told" JSONB,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "failed_requests" INTEGER NOT NULL DEFAULT 0,
    "prompt_tokens" BIGINT NOT NULL DEFAULT 0,
    "completion_tokens" BIGINT NOT NULL DEFAULT 0,
    "waited_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "forks_pkey" PRIMARY KEY ("test_id","position")
);

-- CreateTable
CREATE TABLE "fork_outcomes" (
    "test_id" INTEGER NOT NULL,
    "fork" SMALLINT NOT NULL,
    "arm" SMALLINT NOT NULL,
    "repeat" SMALLINT NOT NULL,
    "recovered" BOOLEAN NOT NULL,
    "turn_ok" BOOLEAN NOT NULL,
    "next" TEXT,
    "steps" JSONB NOT NULL,

    CONSTRAINT "fork_outcomes_pkey" PRIMARY KEY ("test_id","fork","arm","repeat")
);

-- CreateIndex
CREATE INDEX "fork_tests_run_id_idx" ON "fork_tests"("run_id");

-- CreateIndex
CREATE INDEX "fork_tests_checkpoint_id_idx" ON "fork_tests"("checkpoint_id");

-- CreateIndex
CREATE INDEX "fork_tests_endpoint_id_idx" ON "fork_tests"("endpoint_id");

-- CreateIndex
CREATE INDEX "forks_task_id_idx" ON "forks"("task_id");

-- AddForeignKey
ALTER TABLE "fork_tests" ADD CONSTRAINT "fork_tests_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fork_tests" ADD CONSTRAINT "fork_tests_checkpoint_id_fkey" FOREIGN KEY ("checkpoint_id") REFERENCES "checkpoints"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fork_tests" ADD CONSTRAINT "fork_tests_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forks" ADD CONSTRAINT "forks_test_id_fkey" FOREIGN KEY ("test_id") REFERENCES "fork_tests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forks" ADD CONSTRAINT "forks_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fork_outcomes" ADD CONSTRAINT "fork_outcomes_fork_test_id_fkey" FOREIGN KEY ("fork", "test_id") REFERENCES "forks"("position", "test_id") ON DELETE CASCADE ON UPDATE CASCADE;
