-- What an episode is, as numbers: one index intersects any of them before a single row is read.
-- server/db/episode-traits.ts knows the same words.
ALTER TABLE "episodes" ADD COLUMN     "traits" INTEGER[] GENERATED ALWAYS AS (ARRAY[
  hashtext('stage ' || coalesce("stage"::text, 'none')),
  hashtext('split ' || "split"),
  hashtext('partition ' || "partition"),
  hashtext(CASE WHEN "kind" = 'branch' THEN 'kind branch' ELSE 'kind episode' END),
  hashtext(CASE WHEN "invalid" IS NOT NULL THEN 'outcome invalid' WHEN "success" THEN 'outcome succeeded' ELSE 'outcome failed' END),
  hashtext('failing-turn ' || coalesce("failing_turn"::text, 'none')),
  hashtext(CASE WHEN "format_errors" > 0 THEN 'format-errors some' ELSE 'format-errors none' END),
  hashtext(CASE WHEN "hints_recovered" > 0 THEN 'recovered yes' ELSE 'recovered no' END)
]) STORED;

-- DropIndex
DROP INDEX "episodes_run_id_stage_id_idx";

-- DropIndex
DROP INDEX "episodes_error_codes_idx";

-- DropIndex
DROP INDEX "episodes_hint_rules_idx";

-- CreateIndex
CREATE INDEX "episodes_traits_domains_error_codes_hint_rules_idx" ON "episodes" USING GIN ("traits" array_ops, "domains" array_ops, "error_codes" array_ops, "hint_rules" array_ops);
