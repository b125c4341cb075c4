package io.auralis.tokens;

/** A token, key or message is not what it must be. Checked, so that no caller forgets that verification can fail; never quotes the input. */
public final class TokenException extends Exception {
    public TokenException(String rule) {
        super(rule);
    }

    TokenException(String rule, Throwable cause) {
        super(rule, cause);
    }
}
