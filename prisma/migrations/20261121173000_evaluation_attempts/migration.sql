-- On a cluster an attempt trains a stage, or plays the test tasks.
ALTER TABLE "run_attempts" ADD COLUMN "evaluates" TEXT;
