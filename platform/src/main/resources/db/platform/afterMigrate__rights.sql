-- What the role that serves may do, when another has made the tables: rows, and nothing about the tables, their
-- triggers or the record of migrations. It only adds to the audit, and disposes of what the triggers let go.
DO $$
DECLARE
    role_that_serves text := '${application-role}';
BEGIN
    IF role_that_serves = '' OR role_that_serves = current_user THEN
        RETURN;
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role_that_serves);
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_that_serves);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', role_that_serves);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I', role_that_serves);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM %I', role_that_serves);
    EXECUTE format('REVOKE UPDATE ON audit FROM %I', role_that_serves);
    EXECUTE format('REVOKE DELETE ON audit_seal FROM %I', role_that_serves);
END $$;
