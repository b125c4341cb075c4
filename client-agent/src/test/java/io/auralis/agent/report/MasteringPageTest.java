package io.auralis.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.media.Tag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

class MasteringPageTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;\u202e]]>";

    private static String page(MasteringReport report) {
        return MasteringPage.of(Path.of("music", "song.flac"), report, SyntheticReport.MODEL);
    }

    private static MasteringReport longest() {
        return SyntheticReport.of(
                "kept",
                List.of(),
                List.of(),
                SyntheticReport.meters(-20),
                SyntheticReport.meters(-14),
                SyntheticReport.longest());
    }

    @Test
    void aFileThatCallsItselfAScriptStaysAText() throws Exception {
        MasteringReport report = SyntheticReport.of(
                HOSTILE,
                List.of(new Tag("TITLE", HOSTILE), new Tag("artist", HOSTILE)),
                List.of(HOSTILE),
                SyntheticReport.meters(-20),
                SyntheticReport.meters(-14),
                SyntheticReport.longest());
        String html = MasteringPage.of(Path.of("music", HOSTILE.replace("/", "")), report, SyntheticReport.MODEL);
        ParsedPage page = new ParsedPage(html);
        assertThat(html).doesNotContain("<script", "<img", "</script>");
        assertThat(page.elements("script")).isEmpty();
        assertThat(page.elements("img")).isEmpty();
        assertThat(page.texts("h1")).containsExactly("Mastering of " + HOSTILE);
        assertThat(page.texts("bdi")).contains(HOSTILE, HOSTILE.replace("/", ""));
        assertThat(page.texts("li")).contains(HOSTILE);
    }

    @Test
    void thePageRefersToNothingOutsideItself() throws Exception {
        String html = page(longest());
        assertThat(html).doesNotContain("http:", "https:", "url(", "@import", "//", "javascript");
        assertThat(html).contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\"");
        Set<String> fetching = Set.of("src", "href", "srcset", "action", "data", "poster");
        for (Element element : new ParsedPage(html).elements("*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String name = ((Attr) element.getAttributes().item(i)).getName();
                assertThat(fetching).doesNotContain(name);
                assertThat(name).doesNotStartWith("on");
            }
        }
    }

    @Test
    void theLongestCurvesFitIntoAThirdOfAMegabyteWithRoomToSpare() {
        assertThat(page(longest()).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(150_000);
    }

    @Test
    void thoseWhoHearThePageHaveATitleAndADescriptionOfEachPictureAndHeadsOfEachTable() throws Exception {
        ParsedPage page = new ParsedPage(page(longest()));
        assertThat(page.elements("svg")).hasSize(5).allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            String[] named = svg.getAttribute("aria-labelledby").split(" ", -1);
            assertThat(page.elements("*").stream().map(one -> one.getAttribute("id")))
                    .contains(named);
        });
        assertThat(page.elements("th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("col", "row"));
        assertThat(page.elements("html").get(0).getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void itSaysThatItStaysAndHoldsNoPath() {
        assertThat(page(longest()))
                .contains("Made by Auralis on this machine, where it stays")
                .doesNotContain("music");
    }

    @Test
    void silenceHasWordsInPlaceOfCurves() {
        MasteringReport silent = SyntheticReport.of(
                "kept",
                List.of(),
                List.of(),
                SyntheticReport.silence(),
                SyntheticReport.silence(),
                SyntheticReport.curvesOfBands(
                        new double[] {Double.NEGATIVE_INFINITY}, new double[] {Double.NEGATIVE_INFINITY}));
        assertThat(page(silent))
                .contains("<td>silent</td>", "too short for a spectrum")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void withoutCurvesThereIsNoPage() {
        assertThatThrownBy(() -> page(longest().withoutCurves())).isInstanceOf(IllegalArgumentException.class);
    }
}
