package haicap.gateway.status;

/** What people call the services. */
enum Part {
    ORG_STRUCTURE("Tổ chức", "Organisation"),
    CASE("Tin báo, hồ sơ", "Reports and files"),
    INSPECTION("Kiểm tra", "Inspection"),
    REPORTING("Tổng hợp", "Reporting");

    private final String vietnamese;
    private final String english;

    Part(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    String vietnamese() {
        return vietnamese;
    }

    String english() {
        return english;
    }
}
