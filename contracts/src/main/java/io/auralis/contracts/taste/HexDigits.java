package io.auralis.contracts.taste;

/** The form of a secret and of a report id: 64 lower-case hex digits. */
final class HexDigits {
    private static final int LENGTH = 64;

    private HexDigits() {}

    static boolean are64(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int at = 0; at < LENGTH; at++) {
            char digit = text.charAt(at);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
