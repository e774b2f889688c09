-- Runs that have ended, in few points a series, ordered by the series' name: a comparison reads neighbours.
-- CreateTable
CREATE TABLE "run_outlines" (
    "run_id" INTEGER NOT NULL,
    "change" BIGINT NOT NULL,

    CONSTRAINT "run_outlines_pkey" PRIMARY KEY ("run_id")
);

-- CreateTable
CREATE TABLE "series_outlines" (
    "name" TEXT NOT NULL,
    "run_id" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "last_step" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "steps" INTEGER[],
    "values" DOUBLE PRECISION[],

    -- Everything lies in the index: its order is the one that is read in, the table's is that of the runs' ends.
    CONSTRAINT "series_outlines_pkey" PRIMARY KEY ("name", "run_id") INCLUDE ("count", "last_step", "width", "steps", "values")
);

-- CreateIndex
CREATE INDEX "series_outlines_run_id_idx" ON "series_outlines"("run_id");

-- An index has no room for what lies outside of its table's row.
ALTER TABLE "series_outlines" ALTER COLUMN "steps" SET STORAGE MAIN, ALTER COLUMN "values" SET STORAGE MAIN;

-- AddForeignKey
ALTER TABLE "run_outlines" ADD CONSTRAINT "run_outlines_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_outlines" ADD CONSTRAINT "series_outlines_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
