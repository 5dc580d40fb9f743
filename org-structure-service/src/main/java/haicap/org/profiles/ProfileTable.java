package haicap.org.profiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Profiles of units. */
@Component
class ProfileTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    ProfileTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Map<String, Profile> all() {
        return jdbc.sql("SELECT * FROM unit_profile").query(Profile.class).list().stream()
                .collect(Collectors.toMap(Profile::unitId, Function.identity()));
    }

    Optional<Profile> find(String unitId) {
        return jdbc.sql("SELECT * FROM unit_profile WHERE unit_id = :unit")
                .param("unit", unitId)
                .query(Profile.class)
                .optional();
    }

    /** Adds profiles, or replaces those of the same units. */
    void save(List<Profile> profiles) {
        batches.batchUpdate(
                """
                INSERT INTO unit_profile (
                    unit_id, area_km2, population, latitude, longitude,
                    former_district_id, former_district_share, peoples_committee_seat, certainty)
                VALUES (
                    :unitId, :areaKm2, :population, :latitude, :longitude,
                    :formerDistrictId, :formerDistrictShare, :peoplesCommitteeSeat, :certainty)
                ON CONFLICT (unit_id) DO UPDATE SET
                    area_km2 = excluded.area_km2,
                    population = excluded.population,
                    latitude = excluded.latitude,
                    longitude = excluded.longitude,
                    former_district_id = excluded.former_district_id,
                    former_district_share = excluded.former_district_share,
                    peoples_committee_seat = excluded.peoples_committee_seat,
                    certainty = excluded.certainty
                """,
                profiles.stream()
                        .map(SimplePropertySqlParameterSource::new)
                        .toArray(SqlParameterSource[]::new));
    }
}
