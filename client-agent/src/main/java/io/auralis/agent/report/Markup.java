package io.auralis.agent.report;

/**
 * Builds HTML and SVG. All text and every attribute's value is escaped here and nowhere else, so that nothing that a file
 * calls itself can become an element.
 */
final class Markup {
    private final StringBuilder html = new StringBuilder();

    /** @param attributes names and values in turn */
    Markup open(String element, String... attributes) {
        start(element, attributes);
        html.append('>');
        return this;
    }

    Markup close(String element) {
        html.append("</").append(element).append('>');
        if (!element.equals("bdi")) {
            html.append('\n');
        }
        return this;
    }

    /** An element that holds nothing. */
    Markup empty(String element, String... attributes) {
        start(element, attributes);
        html.append("/>\n");
        return this;
    }

    /** An element that holds text. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** A style sheet of ours, which a browser reads without unescaping. */
    Markup style(String css) {
        html.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    private void start(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            html.append('"');
        }
    }

    /** Characters that no page may hold, such as half a surrogate pair, show as the replacement character. */
    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(allowed(point) ? point : 0xFFFD);
            }
        });
    }

    private static boolean allowed(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
