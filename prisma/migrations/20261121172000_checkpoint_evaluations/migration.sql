-- An evaluation is of an endpoint, or of a checkpoint of a run.
ALTER TABLE "evaluation_jobs" ALTER COLUMN "endpoint_id" DROP NOT NULL;
ALTER TABLE "evaluation_jobs" ADD COLUMN "trained_id" INTEGER;
ALTER TABLE "evaluation_jobs" ADD COLUMN "checkpoint_id" INTEGER;
ALTER TABLE "evaluation_jobs" ADD COLUMN "base_id" INTEGER;

ALTER TABLE "evaluation_jobs" ADD CONSTRAINT "evaluation_jobs_trained_id_fkey" FOREIGN KEY ("trained_id") REFERENCES "runs"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "evaluation_jobs" ADD CONSTRAINT "evaluation_jobs_checkpoint_id_fkey" FOREIGN KEY ("checkpoint_id") REFERENCES "checkpoints"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "evaluation_jobs" ADD CONSTRAINT "evaluation_jobs_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "runs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "evaluation_jobs_trained_id_idx" ON "evaluation_jobs"("trained_id");
