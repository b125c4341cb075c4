package io.auralis.contracts.taste;

/** Request headers of {@code DELETE /v1/reports/{id}}: a body on DELETE has no defined meaning (RFC 9110, 9.3.5). */
public final class ReportHeaders {
    /** The report's secret, 64 lower-case hex digits. */
    public static final String SECRET = "Auralis-Report-Secret";

    /** The withdrawal's number, above every number sent before. */
    public static final String NUMBER = "Auralis-Report-Number";

    private ReportHeaders() {}
}
