-- CreateTable
CREATE TABLE "evaluation_memories" (
    "run_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "files" JSONB NOT NULL,

    CONSTRAINT "evaluation_memories_pkey" PRIMARY KEY ("run_id","name")
);

-- AddForeignKey
ALTER TABLE "evaluation_memories" ADD CONSTRAINT "evaluation_memories_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "evaluation_jobs"("run_id") ON DELETE CASCADE ON UPDATE CASCADE;
