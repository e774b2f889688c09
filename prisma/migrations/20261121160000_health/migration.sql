-- AlterTable
ALTER TABLE "runs" ADD COLUMN     "health" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "episodes" ADD COLUMN     "tool_sequence" INTEGER;

-- CreateTable
CREATE TABLE "run_health" (
    "run_id" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "step" INTEGER NOT NULL DEFAULT -1,
    "change" BIGINT NOT NULL DEFAULT -1,

    CONSTRAINT "run_health_pkey" PRIMARY KEY ("run_id")
);

-- CreateTable
CREATE TABLE "step_counters" (
    "run_id" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "partition" TEXT NOT NULL,
    "episodes" INTEGER NOT NULL,
    "truncated" INTEGER NOT NULL,
    "whole" INTEGER NOT NULL,
    "solved" INTEGER NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL,
    "without_calls" INTEGER NOT NULL,
    "rollouts" INTEGER NOT NULL,
    "distinct" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "step_counters_pkey" PRIMARY KEY ("run_id","step","partition")
);

-- CreateTable
CREATE TABLE "health_findings" (
    "id" SERIAL NOT NULL,
    "run_id" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "evidence" JSONB NOT NULL,
    "opened_step" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_step" INTEGER,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,

    CONSTRAINT "health_findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "health_settings" (
    "rule" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "threshold" DOUBLE PRECISION,
    "webhook_url" TEXT,

    CONSTRAINT "health_settings_pkey" PRIMARY KEY ("rule")
);

-- CreateTable
CREATE TABLE "health_deliveries" (
    "id" SERIAL NOT NULL,
    "finding_id" INTEGER,
    "rule" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "health_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "health_findings_run_id_id_idx" ON "health_findings"("run_id", "id");

-- CreateIndex
CREATE INDEX "health_deliveries_status_next_at_idx" ON "health_deliveries"("status", "next_at");

-- AddForeignKey
ALTER TABLE "run_health" ADD CONSTRAINT "run_health_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_counters" ADD CONSTRAINT "step_counters_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "health_findings" ADD CONSTRAINT "health_findings_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "health_deliveries" ADD CONSTRAINT "health_deliveries_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "health_findings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
