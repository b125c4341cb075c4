package io.auralis.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommonReasonTest {
    @Test
    void whatAllBeginWithIsSaidOnceAndEachKeepsItsOwnWords() {
        CommonReason common = new CommonReason(List.of("between (a, b)", "between (a, b); widened; limited to 0.5"));
        assertThat(common.text()).isEqualTo("between (a, b)");
        assertThat(common.own("between (a, b)")).isEmpty();
        assertThat(common.own("between (a, b); widened; limited to 0.5")).isEqualTo("widened; limited to 0.5");
    }

    @Test
    void whereOneDiffersEachStaysWhole() {
        CommonReason common = new CommonReason(List.of("between (a, b)", "between (a, b); widened", "between (a)"));
        assertThat(common.text()).isEmpty();
        assertThat(common.own("between (a, b); widened")).isEqualTo("between (a, b); widened");
    }

    @Test
    void oneRowHasNothingInCommon() {
        assertThat(new CommonReason(List.of("a; b")).text()).isEmpty();
    }
}
