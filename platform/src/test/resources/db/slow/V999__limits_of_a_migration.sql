CREATE TABLE limits_of_a_migration AS
SELECT current_setting('statement_timeout') AS statement,
       current_setting('idle_in_transaction_session_timeout') AS idle;
