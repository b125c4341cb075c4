package io.auralis.tokens;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP authentication scheme {@code PrivateToken} (RFC 9577, section 2). */
public final class PrivateTokenScheme {
    /** RFC 9110, 11.6.2, one parameter, as a quoted string or a bare token; others must be ignored. */
    private static final Pattern TOKEN_PARAMETER = Pattern.compile(
            "(?:^|,)\\s*token\\s*=\\s*(?:\"([A-Za-z0-9_=-]*)\"|([A-Za-z0-9_=-]+))\\s*(?=,|$)",
            Pattern.CASE_INSENSITIVE);

    private static final String SCHEME = "PrivateToken";

    private PrivateTokenScheme() {}

    /**
     * The value of {@code Authorization} that spends a token.
     *
     * @param token as {@link Token#text()}
     */
    public static String authorization(String token) {
        return SCHEME + " token=\"" + token + "\"";
    }

    /** The token's text in a value of {@code Authorization}; empty where it is of another scheme or has none. */
    public static Optional<String> tokenIn(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1)) {
            return Optional.empty();
        }
        Matcher found = TOKEN_PARAMETER.matcher(authorization.substring(SCHEME.length() + 1));
        return found.find() ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1)) : Optional.empty();
    }

    /** The value of {@code WWW-Authenticate} that asks for a token. */
    public static String challenge(TokenChallenge challenge, TokenKey key) {
        Base64.Encoder base64 = Base64.getUrlEncoder();
        return SCHEME + " challenge=\"" + base64.encodeToString(challenge.encode()) + "\", token-key=\""
                + base64.encodeToString(key.encode()) + "\"";
    }
}
