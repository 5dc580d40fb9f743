package haicap.gateway.problems;

/** Whether it helps to send a refused request again. */
public enum Again {
    NO(new Text("Không: gửi lại không đổi được kết quả.", "No: it would be refused again.")),
    AS_IS(
            new Text(
                    "Có: gửi lại y nguyên, cùng Idempotency-Key, sau Retry-After.",
                    "Yes: unchanged, under the same Idempotency-Key, after Retry-After.")),
    AFTER_CHANGE(new Text("Có, sau khi sửa yêu cầu.", "Yes, once the request has been corrected.")),
    AFTER_READING(
            new Text(
                    "Có, sau khi đọc lại và quyết định lại.",
                    "Yes, after reading again and deciding again."));

    private final Text advice;

    Again(Text advice) {
        this.advice = advice;
    }

    /** What it means for the caller. */
    public Text advice() {
        return advice;
    }
}
