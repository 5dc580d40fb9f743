-- What units decided and handed over in a month is found without reading every report.
CREATE INDEX crime_report_by_decision ON crime_report (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX crime_report_handed_over ON crime_report (id) WHERE hand_overs <> '[]';
