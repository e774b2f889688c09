-- Runs are traits too; failing turns are told apart up to 9, malformed steps up to 5. server/db/episode-traits.ts knows the same words.
ALTER TABLE "episodes" DROP COLUMN "traits";
ALTER TABLE "episodes" ADD COLUMN     "traits" INTEGER[] GENERATED ALWAYS AS (ARRAY[
  hashtext('run ' || "run_id"::text),
  hashtext('stage ' || coalesce("stage"::text, 'none')),
  hashtext('split ' || "split"),
  hashtext('partition ' || "partition"),
  hashtext(CASE WHEN "kind" = 'branch' THEN 'kind branch' ELSE 'kind episode' END),
  hashtext(CASE WHEN "invalid" IS NOT NULL THEN 'outcome invalid' WHEN "success" THEN 'outcome succeeded' ELSE 'outcome failed' END),
  hashtext('failing-turn ' || CASE WHEN "failing_turn" IS NULL THEN 'none' ELSE least("failing_turn", 9)::text END),
  hashtext('format-errors ' || least("format_errors", 5)::text),
  hashtext(CASE WHEN "hints_recovered" > 0 THEN 'recovered yes' ELSE 'recovered no' END)
]) STORED;

-- CreateIndex
CREATE INDEX "episodes_traits_domains_error_codes_hint_rules_idx" ON "episodes" USING GIN ("traits" array_ops, "domains" array_ops, "error_codes" array_ops, "hint_rules" array_ops);

-- Lists are short questions of many people at once: helpers would cost more than they bring.
ALTER TABLE "episodes" SET (parallel_workers = 0);
ALTER TABLE "episode_texts" SET (parallel_workers = 0);
