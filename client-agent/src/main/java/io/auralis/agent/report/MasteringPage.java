package io.auralis.agent.report;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.media.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A mastering as one page: it holds all it needs, asks no network and runs no script, and the same mastering gives the same
 * bytes. Of the listener's machine it holds the names of the two files, and no path.
 */
public final class MasteringPage {
    /** A browser that reads it fetches nothing and runs nothing, whatever the page held. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private MasteringPage() {}

    /**
     * @param input the file that was mastered, of which the name is shown
     * @param report what was done, with curves
     * @param model the base model that it was done by
     * @throws IllegalArgumentException without curves
     */
    public static String of(Path input, MasteringReport report, BaseModel model) {
        MasteringReport.Curves curves = report.curves();
        if (curves == null) {
            throw new IllegalArgumentException("a page needs the tracks' curves");
        }
        String inputName = String.valueOf(input.getFileName());
        String title = tag(report.tags(), "title").orElse(inputName);
        Markup page = new Markup();
        page.open("html", "lang", "en").open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", "Mastering of " + title);
        page.style(PageStyle.CSS);
        page.close("head").open("body").open("main");
        head(page, title, inputName, report);
        MeterTable.write(page, report);
        PlanTable.write(page, report);
        LoudnessChart.write(page, report, curves);
        SpectrumChart.write(page, report, curves);
        WaveformChart.write(page, report, curves);
        DetectionPart.write(page, report.detection(), model);
        MethodPart.write(page, report.levelling());
        page.element(
                "footer",
                "Made by Auralis on this machine, where it stays: the page asks nothing of the network, and nobody is"
                        + " sent it.");
        page.close("main").close("body").close("html");
        return "<!DOCTYPE html>\n" + page;
    }

    private static void head(Markup page, String title, String inputName, MasteringReport report) {
        page.open("h1").text("Mastering of ").element("bdi", title).close("h1");
        tag(report.tags(), "artist")
                .ifPresent(artist ->
                        page.open("p").text("by ").element("bdi", artist).close("p"));
        page.element("p", Verdict.of(report), "class", "verdict");
        page.open("p", "class", "files").element("bdi", inputName).text(" to ");
        page.element("bdi", String.valueOf(report.output().getFileName())).close("p");
    }

    private static Optional<String> tag(List<Tag> tags, String name) {
        return tags.stream()
                .filter(tag -> tag.name().equalsIgnoreCase(name) && !tag.value().isBlank())
                .map(Tag::value)
                .findFirst();
    }
}
