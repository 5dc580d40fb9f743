package haicap.local.demo;

/** A unit that acts through its chief and its duty officer. */
record ActingUnit(String code, String id) {

    String chief() {
        return "chief-" + code;
    }

    String chiefPost() {
        return "chief-" + id;
    }

    String officer() {
        return "officer-" + code;
    }

    String dutyPost() {
        return "duty-" + id;
    }
}
