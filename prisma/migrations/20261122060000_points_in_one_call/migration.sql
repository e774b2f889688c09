-- Stores points, each once; true when none of them was there before. Nearly always none was: to store many without
-- looking for each of them first takes little more than half the time, and what that took back costs no further call.
CREATE FUNCTION "insert_metric_points"("series" int[], "steps" int[], "ats" bigint[], "points" float8[])
  RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  "inserted" int;
BEGIN
  BEGIN
    INSERT INTO "metric_points" ("series_id", "step", "at", "value") SELECT * FROM unnest("series", "steps", "ats", "points");
    RETURN true;
  EXCEPTION WHEN unique_violation THEN
    INSERT INTO "metric_points" ("series_id", "step", "at", "value") SELECT * FROM unnest("series", "steps", "ats", "points")
      ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS "inserted" = ROW_COUNT;
    RETURN "inserted" = cardinality("series");
  END;
END
$$;
