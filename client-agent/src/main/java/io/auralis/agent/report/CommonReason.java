package io.auralis.agent.report;

import java.util.List;

/** What the reasons of all rows of a table begin with: said once, so that each row shows what is its own. */
public final class CommonReason {
    /** Between what a reason begins with and what is added to it. */
    private static final String THEN = "; ";

    private final String text;

    public CommonReason(List<String> reasons) {
        List<String> beginnings =
                reasons.stream().map(CommonReason::beginning).distinct().toList();
        this.text = reasons.size() > 1 && beginnings.size() == 1 ? beginnings.get(0) : "";
    }

    /** Empty if they have none in common. */
    public String text() {
        return text;
    }

    /** What a reason says beyond the common one. */
    public String own(String reason) {
        if (text.isEmpty()) {
            return reason;
        }
        return reason.equals(text) ? "" : reason.substring(text.length() + THEN.length());
    }

    private static String beginning(String reason) {
        int end = reason.indexOf(THEN);
        return end < 0 ? reason : reason.substring(0, end);
    }
}
