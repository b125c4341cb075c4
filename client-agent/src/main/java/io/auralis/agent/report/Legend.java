package io.auralis.agent.report;

/** Which line is which, and what the axes are in. */
final class Legend {
    private Legend() {}

    static void write(Markup page, String axes) {
        page.open("p", "class", "legend");
        page.element("span", "before", "class", "key before");
        page.element("span", "after", "class", "key after");
        page.element("span", axes);
        page.close("p");
    }
}
