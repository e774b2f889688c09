-- What gates said was first recorded with a hyphen for a minus; pages and newer records write the sign itself.
UPDATE "gate_decisions" SET
  "reason" = regexp_replace("reason", '(^| )-(?=\d+\.\d+ points)', '\1−', 'g'),
  "criteria" = coalesce((
    SELECT jsonb_agg(
      coalesce(
        jsonb_set("criterion", '{detail}',
          to_jsonb(regexp_replace("criterion" ->> 'detail', '(^| )-(?=\d+\.\d+ points)', '\1−', 'g'))),
        "criterion")
      ORDER BY "place")
    FROM jsonb_array_elements("criteria") WITH ORDINALITY AS "listed" ("criterion", "place")
  ), "criteria")
WHERE "reason" ~ '(^| )-\d+\.\d+ points' OR "criteria"::text ~ '[ "]-\d+\.\d+ points';

UPDATE "stage_runs" SET "reason" = regexp_replace("reason", '(^| )-(?=\d+\.\d+ points)', '\1−', 'g')
WHERE "reason" ~ '(^| )-\d+\.\d+ points';

UPDATE "runs" SET "status_reason" = regexp_replace("status_reason", '(^| )-(?=\d+\.\d+ points)', '\1−', 'g')
WHERE "status_reason" ~ '(^| )-\d+\.\d+ points';
