-- Outlines hold until points of the run are written or superseded: whoever does that deletes the row. What else changes
-- of a run that has ended, its tags or notes, is no matter of theirs.
DELETE FROM "run_outlines" o USING "runs" r WHERE r."id" = o."run_id" AND r."change" <> o."change";

-- AlterTable
ALTER TABLE "run_outlines" DROP COLUMN "change";
