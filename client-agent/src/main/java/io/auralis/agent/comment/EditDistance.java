package io.auralis.agent.comment;

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one word of another (optimal
 * string alignment, Boytsov 2011, section 2.2).
 */
final class EditDistance {
    private EditDistance() {}

    static boolean isAtMost(int edits, String one, String other) {
        if (Math.abs(one.length() - other.length()) > edits) {
            return false;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int at = 1; at <= one.length(); at++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = at;
            int least = at;
            for (int column = 1; column <= other.length(); column++) {
                int changed = one.charAt(at - 1) == other.charAt(column - 1) ? 0 : 1;
                row[column] = Math.min(last[column - 1] + changed, Math.min(last[column], row[column - 1]) + 1);
                if (at > 1
                        && column > 1
                        && one.charAt(at - 1) == other.charAt(column - 2)
                        && one.charAt(at - 2) == other.charAt(column - 1)) {
                    row[column] = Math.min(row[column], beforeLast[column - 2] + 1);
                }
                least = Math.min(least, row[column]);
            }
            if (least > edits) {
                return false;
            }
        }
        return row[other.length()] <= edits;
    }
}
