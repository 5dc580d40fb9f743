package haicap.casework.testing;

import haicap.platform.orgcopy.Grade;
import haicap.platform.orgcopy.Investigator;
import haicap.platform.orgcopy.InvestigatorAssignment;
import haicap.platform.testing.SeededRegisters;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small city: two wards of today, one of the day before with the same code, a district police
 * that ended, the investigation office and the command. Each post is held by an officer whose
 * service number is {@code sn-} and the post, except the vacant one. The chief of the first ward is
 * an investigator who is assigned there.
 */
public final class Hanoi {

    public static final String BA_DINH = "00004-20250701";
    public static final String TRUC_BACH = "00004-20250101";
    public static final String HOAN_KIEM = "00070-20250701";
    public static final String DISTRICT = "d001-20250101";
    public static final String PC01 = "pc01-20250101";
    public static final String PC02 = "pc02-20250101";
    public static final String PV01 = "pv01-20250101";
    public static final String CITY = "hanoi";

    public static final String CHIEF = "chief-" + BA_DINH;
    public static final String DEPUTY = "deputy-crime-" + BA_DINH;
    public static final String OTHER_DEPUTY = "deputy-security-" + BA_DINH;
    public static final String DUTY = "duty-" + BA_DINH;
    public static final String VACANT = "deputy-order-" + BA_DINH;
    public static final String OTHER_CHIEF = "chief-" + HOAN_KIEM;
    public static final String OTHER_DUTY = "duty-" + HOAN_KIEM;
    public static final String OLD_CHIEF = "chief-" + TRUC_BACH;
    public static final String DIRECTOR = "director";
    public static final String DEPUTY_DIRECTOR = "deputy-director-3";
    public static final String OTHER_DEPUTY_DIRECTOR = "deputy-director-4";
    public static final String PC01_HEAD = "pc01-head";
    public static final String PC02_HEAD = "pc02-head";
    public static final String PV01_HEAD = "pv01-head";

    /** Heads one department and has a lesser post in the office of the investigation agency. */
    public static final String HEADS_ONE_SERVES_IN_ANOTHER = "sn-heads-one-serves-in-another";

    public static final String ITS_HEAD = "pv01-second-head";
    public static final String ITS_DUTY = "pc01-duty";

    /** On duty in both wards. */
    public static final String DUTY_IN_BOTH = "sn-duty-in-both";

    public static final String ITS_BA_DINH = "duty-in-both-" + BA_DINH;
    public static final String ITS_HOAN_KIEM = "duty-in-both-" + HOAN_KIEM;

    private Hanoi() {}

    /** The service number of the officer who holds the post. */
    public static String holderOf(String post) {
        return "sn-" + post;
    }

    static void settle(JdbcClient jdbc) {
        unit(jdbc, CITY, "hanoi", "CITY", "2025-01-01", null);
        unit(jdbc, PC01, "pc01", "DEPARTMENT", "2025-01-01", null);
        unit(jdbc, PC02, "pc02", "DEPARTMENT", "2025-01-01", null);
        unit(jdbc, PV01, "pv01", "DEPARTMENT", "2025-01-01", null);
        unit(jdbc, DISTRICT, "d001", "DISTRICT", "2025-01-01", "2025-03-01");
        unit(jdbc, TRUC_BACH, "00004", "COMMUNE", "2025-01-01", "2025-07-01");
        unit(jdbc, BA_DINH, "00004", "COMMUNE", "2025-07-01", null);
        unit(jdbc, HOAN_KIEM, "00070", "COMMUNE", "2025-07-01", null);
        succession(jdbc, TRUC_BACH, BA_DINH, "ANY", "2025-07-01");
        succession(jdbc, DISTRICT, PC01, "CRIME_REPORT", "2025-03-01");
        post(jdbc, DIRECTOR, CITY, "CITY_DIRECTOR", "2025-01-01");
        for (var post : List.of(DEPUTY_DIRECTOR, OTHER_DEPUTY_DIRECTOR)) {
            post(jdbc, post, CITY, "DEPUTY_DIRECTOR", null, DIRECTOR, "2025-01-01");
        }
        post(jdbc, PC01_HEAD, PC01, "DEPARTMENT_HEAD", null, DEPUTY_DIRECTOR, "2025-01-01");
        post(jdbc, PC02_HEAD, PC02, "DEPARTMENT_HEAD", null, DEPUTY_DIRECTOR, "2025-01-01");
        post(jdbc, PV01_HEAD, PV01, "DEPARTMENT_HEAD", null, DIRECTOR, "2025-01-01");
        post(jdbc, OLD_CHIEF, TRUC_BACH, "COMMUNE_CHIEF", "2025-01-01");
        for (var post : List.of(CHIEF, OTHER_CHIEF)) {
            post(jdbc, post, post.substring("chief-".length()), "COMMUNE_CHIEF", "2025-07-01");
        }
        for (var post : List.of(DUTY, OTHER_DUTY)) {
            post(jdbc, post, post.substring("duty-".length()), "DUTY_OFFICER", "2025-07-01");
        }
        post(jdbc, DEPUTY, BA_DINH, "COMMUNE_DEPUTY", "CRIME", CHIEF, "2025-07-01");
        post(jdbc, OTHER_DEPUTY, BA_DINH, "COMMUNE_DEPUTY", "SECURITY", CHIEF, "2025-07-01");
        post(jdbc, VACANT, BA_DINH, "COMMUNE_DEPUTY", "2025-07-01");
        for (var post :
                List.of(
                        DIRECTOR,
                        DEPUTY_DIRECTOR,
                        OTHER_DEPUTY_DIRECTOR,
                        PC01_HEAD,
                        PC02_HEAD,
                        PV01_HEAD,
                        OTHER_DEPUTY,
                        OLD_CHIEF,
                        CHIEF,
                        DEPUTY,
                        DUTY,
                        OTHER_CHIEF,
                        OTHER_DUTY)) {
            appointment(jdbc, post, holderOf(post));
        }
        ofSeveralPosts(jdbc);
        SeededRegisters.enter(jdbc);
        var since = LocalDate.of(2025, 7, 1);
        SeededRegisters.enter(
                jdbc,
                new Investigator(
                        "inv-chief", holderOf(CHIEF), Grade.INTERMEDIATE, since, null, "TEST"));
        SeededRegisters.enter(
                jdbc,
                new InvestigatorAssignment(
                        "ia-chief", holderOf(CHIEF), BA_DINH, since, null, "TEST"));
        jdbc.sql("UPDATE org_copy SET generation = 1, heartbeat_at = now() + interval '1 day'")
                .update();
    }

    private static void ofSeveralPosts(JdbcClient jdbc) {
        post(jdbc, ITS_HEAD, PV01, "DEPARTMENT_HEAD", "2025-01-01");
        post(jdbc, ITS_DUTY, PC01, "DUTY_OFFICER", "2025-01-01");
        post(jdbc, ITS_BA_DINH, BA_DINH, "DUTY_OFFICER", "2025-07-01");
        post(jdbc, ITS_HOAN_KIEM, HOAN_KIEM, "DUTY_OFFICER", "2025-07-01");
        appointment(jdbc, ITS_HEAD, HEADS_ONE_SERVES_IN_ANOTHER);
        appointment(jdbc, ITS_DUTY, HEADS_ONE_SERVES_IN_ANOTHER);
        appointment(jdbc, ITS_BA_DINH, DUTY_IN_BOTH);
        appointment(jdbc, ITS_HOAN_KIEM, DUTY_IN_BOTH);
    }

    private static void unit(
            JdbcClient jdbc,
            String id,
            String code,
            String tier,
            String from,
            @Nullable String to) {
        jdbc.sql(
                        """
                        INSERT INTO org_unit (id, code, name, type, tier, valid_from, valid_to, version)
                        VALUES (?, ?, ?, 'unit', ?, ?::date, ?::date, 1)
                        """)
                .params(id, code, id, tier, from, to)
                .update();
    }

    private static void succession(
            JdbcClient jdbc, String from, String to, String objectClass, String on) {
        jdbc.sql(
                        """
                        INSERT INTO org_succession
                            (id, from_unit_id, to_unit_id, object_class, is_default, effective_on,
                             version)
                        VALUES (?, ?, ?, ?, true, ?::date, 1)
                        """)
                .params(from + ":" + to, from, to, objectClass, on)
                .update();
    }

    private static void post(JdbcClient jdbc, String id, String unit, String title, String from) {
        post(jdbc, id, unit, title, null, null, from);
    }

    private static void post(
            JdbcClient jdbc,
            String id,
            String unit,
            String title,
            @Nullable String field,
            @Nullable String reportsTo,
            String from) {
        jdbc.sql(
                        """
                        INSERT INTO org_post
                            (id, unit_id, title, field, reports_to, valid_from, version)
                        VALUES (?, ?, ?, ?, ?, ?::date, 1)
                        """)
                .params(id, unit, title, field, reportsTo, from)
                .update();
    }

    private static void appointment(JdbcClient jdbc, String post, String serviceNumber) {
        jdbc.sql(
                        """
                        INSERT INTO org_appointment
                            (id, post_id, officer_id, service_number, valid_from, acting, version)
                        VALUES (?, ?, ?, ?, '2025-01-01', false, 1)
                        """)
                .params("a-" + post, post, "o-" + serviceNumber, serviceNumber)
                .update();
    }
}
