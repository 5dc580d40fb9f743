package haicap.local.demo;

/** A department of the city command, which acts through its head. */
record Department(String code) {

    /** The office of the investigation agency: it alone decides on institution. */
    static final Department INVESTIGATION = new Department("pc01");

    /** The staff office: it routes obstacles and runs campaigns. */
    static final Department STAFF = new Department("pv01");

    String unitId() {
        return code + "-20250101";
    }

    /** The head's post, and the client of who holds it. */
    String head() {
        return code + "-head";
    }
}
