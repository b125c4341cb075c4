package io.auralis.contracts.problem;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a request was refused; the name never changes once released, since agents and the rejected topic rely on it. */
public enum ProblemCode {
    MALFORMED_JSON("malformed-json", 400, "The body is not JSON, or nested too deep."),
    SCHEMA_VIOLATION("schema-violation", 422, "The document breaks its JSON Schema."),
    IMPLAUSIBLE_REPORT("implausible-report", 422, "The report's figures contradict each other or the calendar."),
    SECRET_MISMATCH("secret-mismatch", 403, "The secret shown is not the secret of this report id."),
    TOKEN_REQUIRED("token-required", 401, "A report needs a contribution token and has none."),
    TOKEN_INVALID("token-invalid", 401, "The contribution token is none of this service's, or its key has retired."),
    TOKEN_SPENT("token-spent", 403, "The contribution token was spent on another report."),
    TOKEN_LIMIT("token-limit", 429, "This client has had its contribution tokens of the day."),
    INVALID_TOKEN_REQUEST("invalid-token-request", 422, "The token request is not for the issuer's key in force."),
    TOKENS_UNAVAILABLE(
            "tokens-unavailable", 503, "The contribution token could not be looked up now; try again later."),
    TOO_SLOW("too-slow", 408, "The body was not whole in time."),
    OVERLOADED("overloaded", 503, "The service has no room for the request now; try again later."),
    TOO_LARGE("too-large", 413, "The body is larger than the service admits."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", 415, "The body is not of the media type that this resource takes."),
    BROKER_UNAVAILABLE("broker-unavailable", 503, "The report could not be stored now; try again later."),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not one that this resource has."),
    NOT_FOUND("not-found", 404, "There is nothing of that id."),
    UNAUTHENTICATED("unauthenticated", 401, "This needs a maintainer's sign-in."),
    FORBIDDEN("forbidden", 403, "This account may not do that."),
    CONFLICT("conflict", 409, "The state of the thing does not allow it."),
    STATISTICS_INCOMPLETE(
            "statistics-incomplete", 409, "The statistics lack reports that the last derivation had; they fill again."),
    TOPIC_UNAVAILABLE("topic-unavailable", 503, "The topic of reports cannot be read now; try again later."),
    DATABASE_UNAVAILABLE("database-unavailable", 503, "The database cannot be reached now; try again later."),
    CANDIDATES_UNAVAILABLE(
            "candidates-unavailable", 503, "The aggregator's candidates cannot be read now; try again later."),
    INVALID_REQUEST("invalid-request", 400, "The request is not of the expected form."),
    INTERNAL("internal", 500, "The service failed; the request may be repeated.");

    private final String code;
    private final int status;
    private final String title;

    ProblemCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
