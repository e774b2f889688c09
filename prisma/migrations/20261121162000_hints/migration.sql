-- What the agent did next, and whether the turn was right in the end, with every failing call.
ALTER TABLE "tool_error_events" ADD COLUMN "next" TEXT,
ADD COLUMN "turn_ok" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "first_in_turn" BOOLEAN NOT NULL DEFAULT false;

UPDATE "tool_error_events" t SET
  "turn_ok" = coalesce(n.reward = 1, false),
  "first_in_turn" = o.place = 1
FROM (
  SELECT id, row_number() OVER (
    PARTITION BY episode_id, turn, rule, CASE WHEN rule IS NULL THEN domain || ' ' || tool || ' ' || code END
    ORDER BY step, call, id) AS place
  FROM "tool_error_events"
) o, "tool_error_events" e LEFT JOIN "episode_turns" n ON n.episode_id = e.episode_id AND n.index = e.turn
WHERE o.id = t.id AND e.id = t.id;

-- DropIndex
DROP INDEX "tool_error_events_run_id_domain_code_idx";

-- CreateIndex
CREATE INDEX "tool_error_events_code_tool_rule_id_idx" ON "tool_error_events"("code", "tool", "rule", "id");

-- AlterTable: what was counted before is counted again below.
DELETE FROM "tool_error_counts";
ALTER TABLE "tool_error_counts"
ADD COLUMN "turns" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "turns_ok" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shown_turns" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shown_turns_ok" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "retried" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "named_tool" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "repeated" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "other_call" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "answered" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "malformed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "cut_off" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shown_retried" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shown_named_tool" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shown_repeated" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shown_other_call" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shown_answered" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shown_malformed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shown_cut_off" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "tool_error_totals" (
    "stage" SMALLINT NOT NULL,
    "domain" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "task_id" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "recovered" INTEGER NOT NULL DEFAULT 0,
    "recovered_when_shown" INTEGER NOT NULL DEFAULT 0,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "turns_ok" INTEGER NOT NULL DEFAULT 0,
    "shown_turns" INTEGER NOT NULL DEFAULT 0,
    "shown_turns_ok" INTEGER NOT NULL DEFAULT 0,
    "retried" INTEGER NOT NULL DEFAULT 0,
    "named_tool" INTEGER NOT NULL DEFAULT 0,
    "repeated" INTEGER NOT NULL DEFAULT 0,
    "other_call" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "malformed" INTEGER NOT NULL DEFAULT 0,
    "cut_off" INTEGER NOT NULL DEFAULT 0,
    "shown_retried" INTEGER NOT NULL DEFAULT 0,
    "shown_named_tool" INTEGER NOT NULL DEFAULT 0,
    "shown_repeated" INTEGER NOT NULL DEFAULT 0,
    "shown_other_call" INTEGER NOT NULL DEFAULT 0,
    "shown_answered" INTEGER NOT NULL DEFAULT 0,
    "shown_malformed" INTEGER NOT NULL DEFAULT 0,
    "shown_cut_off" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tool_error_totals_pkey" PRIMARY KEY ("rule","domain","tool","code","stage","task_id")
);

-- CreateTable
CREATE TABLE "tool_error_steps" (
    "attempt_id" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "shown" INTEGER NOT NULL,
    "recovered" INTEGER NOT NULL,
    "recovered_when_shown" INTEGER NOT NULL,

    CONSTRAINT "tool_error_steps_pkey" PRIMARY KEY ("rule","attempt_id","step")
);

-- CreateIndex
CREATE INDEX "tool_error_steps_attempt_id_idx" ON "tool_error_steps"("attempt_id");

-- AddForeignKey
ALTER TABLE "tool_error_steps" ADD CONSTRAINT "tool_error_steps_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "run_attempts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The totals follow the counts, whoever changes these: one writer at a time until it commits, because two that touched
-- the same rows in different orders would wait for each other for ever.
CREATE FUNCTION fold_tool_error_counts() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  changes text := case TG_OP
    when 'INSERT' then 'select 1 as sign, f.* from fresh f'
    when 'DELETE' then 'select -1 as sign, g.* from gone g'
    else 'select 1 as sign, f.* from fresh f union all select -1, g.* from gone g' end;
begin
  perform pg_advisory_xact_lock(hashtext('tool_error_totals'));
  execute 'insert into tool_error_totals as t (rule, domain, tool, code, stage, task_id,
      failures, shown, recovered, recovered_when_shown, turns, turns_ok, shown_turns, shown_turns_ok, retried,
      named_tool, repeated, other_call, answered, malformed, cut_off, shown_retried, shown_named_tool,
      shown_repeated, shown_other_call, shown_answered, shown_malformed, shown_cut_off)
    select c.rule, c.domain, c.tool, c.code, c.stage, c.task_id,
      sum(c.sign * c.failures), sum(c.sign * c.shown), sum(c.sign * c.recovered),
      sum(c.sign * c.recovered_when_shown), sum(c.sign * c.turns), sum(c.sign * c.turns_ok),
      sum(c.sign * c.shown_turns), sum(c.sign * c.shown_turns_ok), sum(c.sign * c.retried),
      sum(c.sign * c.named_tool), sum(c.sign * c.repeated), sum(c.sign * c.other_call), sum(c.sign * c.answered),
      sum(c.sign * c.malformed), sum(c.sign * c.cut_off), sum(c.sign * c.shown_retried),
      sum(c.sign * c.shown_named_tool), sum(c.sign * c.shown_repeated), sum(c.sign * c.shown_other_call),
      sum(c.sign * c.shown_answered), sum(c.sign * c.shown_malformed), sum(c.sign * c.shown_cut_off)
      from (' || changes || ') c
     group by 1, 2, 3, 4, 5, 6
    on conflict (rule, domain, tool, code, stage, task_id) do update set
      failures = t.failures + excluded.failures, shown = t.shown + excluded.shown,
      recovered = t.recovered + excluded.recovered,
      recovered_when_shown = t.recovered_when_shown + excluded.recovered_when_shown,
      turns = t.turns + excluded.turns, turns_ok = t.turns_ok + excluded.turns_ok,
      shown_turns = t.shown_turns + excluded.shown_turns,
      shown_turns_ok = t.shown_turns_ok + excluded.shown_turns_ok, retried = t.retried + excluded.retried,
      named_tool = t.named_tool + excluded.named_tool, repeated = t.repeated + excluded.repeated,
      other_call = t.other_call + excluded.other_call, answered = t.answered + excluded.answered,
      malformed = t.malformed + excluded.malformed, cut_off = t.cut_off + excluded.cut_off,
      shown_retried = t.shown_retried + excluded.shown_retried,
      shown_named_tool = t.shown_named_tool + excluded.shown_named_tool,
      shown_repeated = t.shown_repeated + excluded.shown_repeated,
      shown_other_call = t.shown_other_call + excluded.shown_other_call,
      shown_answered = t.shown_answered + excluded.shown_answered,
      shown_malformed = t.shown_malformed + excluded.shown_malformed,
      shown_cut_off = t.shown_cut_off + excluded.shown_cut_off';
  if TG_OP = 'DELETE' then
    delete from tool_error_totals where failures = 0;
  end if;
  return null;
end $$;

CREATE TRIGGER tool_error_counts_inserted AFTER INSERT ON "tool_error_counts"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION fold_tool_error_counts();
CREATE TRIGGER tool_error_counts_updated AFTER UPDATE ON "tool_error_counts"
  REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION fold_tool_error_counts();
CREATE TRIGGER tool_error_counts_deleted AFTER DELETE ON "tool_error_counts"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION fold_tool_error_counts();

-- Counts of what was recorded before.
INSERT INTO "tool_error_counts" ("attempt_id", "stage", "domain", "tool", "code", "rule", "task_id",
  failures, shown, recovered, recovered_when_shown, turns, turns_ok, shown_turns, shown_turns_ok, retried,
  named_tool, repeated, other_call, answered, malformed, cut_off, shown_retried, shown_named_tool, shown_repeated,
  shown_other_call, shown_answered, shown_malformed, shown_cut_off)
SELECT e.attempt_id, coalesce(t.stage, -1), t.domain, t.tool, t.code, coalesce(t.rule, ''), t.task_id,
  count(*), count(*) filter (where t.shown), count(*) filter (where t.recovered),
  count(*) filter (where t.shown and t.recovered), count(*) filter (where t.first_in_turn),
  count(*) filter (where t.first_in_turn and t.turn_ok), count(*) filter (where t.first_in_turn and t.shown),
  count(*) filter (where t.first_in_turn and t.shown and t.turn_ok), count(*) filter (where t.next = 'retried'),
  count(*) filter (where t.next = 'named_tool'), count(*) filter (where t.next = 'repeated'),
  count(*) filter (where t.next = 'other_call'), count(*) filter (where t.next = 'answered'),
  count(*) filter (where t.next = 'malformed'), count(*) filter (where t.next = 'cut_off'),
  count(*) filter (where t.shown and t.next = 'retried'), count(*) filter (where t.shown and t.next = 'named_tool'),
  count(*) filter (where t.shown and t.next = 'repeated'), count(*) filter (where t.shown and t.next = 'other_call'),
  count(*) filter (where t.shown and t.next = 'answered'), count(*) filter (where t.shown and t.next = 'malformed'),
  count(*) filter (where t.shown and t.next = 'cut_off')
FROM "tool_error_events" t JOIN "episodes" e ON e.id = t.episode_id
WHERE NOT e.superseded
GROUP BY 1, 2, 3, 4, 5, 6, 7;

INSERT INTO "tool_error_steps" ("attempt_id", "rule", "step", "failures", "shown", "recovered", "recovered_when_shown")
SELECT e.attempt_id, coalesce(t.rule, ''), t.training_step, count(*), count(*) filter (where t.shown),
  count(*) filter (where t.recovered), count(*) filter (where t.shown and t.recovered)
FROM "tool_error_events" t JOIN "episodes" e ON e.id = t.episode_id
WHERE NOT e.superseded
GROUP BY 1, 2, 3;

-- AlterTable
ALTER TABLE "augmentation_sets" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "hint_drafts" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "base_id" INTEGER,
    "rules" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hint_drafts_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "hint_drafts" ADD CONSTRAINT "hint_drafts_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "augmentation_sets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "hint_proposals" (
    "id" SERIAL NOT NULL,
    "origin" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "hint_proposals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hint_proposals_origin_domain_tool_code_key" ON "hint_proposals"("origin", "domain", "tool", "code");
