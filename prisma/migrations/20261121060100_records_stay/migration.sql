-- A recorded decision stays. Two kinds of row may be deleted: demo rows, which never were decisions (no row can be turned
-- into one, updates are refused), and a row that is put right in this very transaction: the record of an answer that
-- nobody got. That needs an entry of the trail, written in the same transaction and named in gatehouse.audit_entry, that
-- tells what the row said; and by its end another row under the same id.
CREATE FUNCTION gatehouse_guard_decision_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."isDemo" OR EXISTS (
    SELECT FROM "AuditEntry" entry
    WHERE entry."id" = nullif(current_setting('gatehouse.audit_entry', true), '')::uuid
      AND entry.xmin = pg_current_xact_id()::xid
      AND entry."organizationId" = OLD."organizationId"
      AND entry."action" = 'decision.replace'
      AND entry."before" -> 'decisions' @> jsonb_build_array(
        jsonb_build_object('id', OLD."id", 'verdict', OLD."verdict", 'answer', OLD."answer"))
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% rows are immutable', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION gatehouse_require_replacement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Decision" WHERE "id" = OLD."id" AND "organizationId" = OLD."organizationId" AND NOT "isDemo"
  ) THEN
    RAISE EXCEPTION '% rows are replaced, not removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Decision_kept" BEFORE DELETE ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION gatehouse_guard_decision_delete();
CREATE CONSTRAINT TRIGGER "Decision_replaced" AFTER DELETE ON "Decision" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NOT OLD."isDemo") EXECUTE FUNCTION gatehouse_require_replacement();

-- TRUNCATE passes by the triggers of rows.
CREATE TRIGGER "Decision_not_emptied" BEFORE TRUNCATE ON "Decision"
  FOR EACH STATEMENT EXECUTE FUNCTION gatehouse_refuse_rewrite();
CREATE TRIGGER "AuditEntry_not_emptied" BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION gatehouse_refuse_rewrite();
CREATE TRIGGER "Revision_not_emptied" BEFORE TRUNCATE ON "Revision"
  FOR EACH STATEMENT EXECUTE FUNCTION gatehouse_refuse_rewrite();
CREATE TRIGGER "RevisionDocument_not_emptied" BEFORE TRUNCATE ON "RevisionDocument"
  FOR EACH STATEMENT EXECUTE FUNCTION gatehouse_refuse_rewrite();
