-- What a rebuild makes anew and puts in place belongs to a role of its own, of which the role that serves is a member.
DO $$
DECLARE
    role_of_rebuilds text := '${rebuild-role}';
    mine             text;
BEGIN
    IF role_of_rebuilds = '' THEN
        RETURN;
    END IF;
    EXECUTE format('GRANT USAGE, CREATE ON SCHEMA public TO %I', role_of_rebuilds);
    IF (SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'rebuilding') = current_user THEN
        EXECUTE format('ALTER SCHEMA rebuilding OWNER TO %I', role_of_rebuilds);
    END IF;
    SELECT tableowner INTO mine FROM pg_tables WHERE schemaname = 'public' AND tablename = 'fact';
    IF mine = current_user THEN
        EXECUTE format('ALTER TABLE fact OWNER TO %I', role_of_rebuilds);
    END IF;
END $$;
