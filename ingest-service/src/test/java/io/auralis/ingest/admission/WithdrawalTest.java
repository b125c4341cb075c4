package io.auralis.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSecret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithdrawalTest {
    private static final String SECRET = "1f".repeat(32);
    private static final String ID = ReportSecret.parse(SECRET).reportId();

    @Test
    void theOwnerTakesTheReportBack() {
        assertThat(Withdrawal.decide(ID, List.of(SECRET), List.of("9007199254740991")))
                .isEqualTo(new Decision.Admitted(ReportRecord.withdrawal(ID, ReportRecord.MOST_NUMBER), null));
    }

    @Test
    void anotherSecretIsAMismatch() {
        assertThat(code(Withdrawal.decide(ID, List.of("00".repeat(32)), List.of("2"))))
                .isEqualTo(ProblemCode.SECRET_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "1.5", "01", "+1", " 1", "1e3", "9007199254740992", "99999999999999999999", "x"})
    void aNumberIsAWholeOneThatJsonHoldsExactly(String number) {
        assertThat(code(Withdrawal.decide(ID, List.of(SECRET), List.of(number))))
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    @Test
    void eachHeaderStandsOnce() {
        assertThat(code(Withdrawal.decide(ID, List.of(), List.of("1")))).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(code(Withdrawal.decide(ID, List.of(SECRET), List.of()))).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(code(Withdrawal.decide(ID, List.of(SECRET, SECRET), List.of("1"))))
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1F", "../metrics"})
    void anIdOrSecretThatIsNotSixtyFourHexDigitsIsRefusedUnquoted(String text) {
        for (Decision decision : List.of(
                Withdrawal.decide(text, List.of(SECRET), List.of("1")),
                Withdrawal.decide(ID, List.of(text), List.of("1")))) {
            assertThat(code(decision)).isEqualTo(ProblemCode.INVALID_REQUEST);
            if (text.length() > 2) {
                assertThat(((Decision.Refused) decision).problem().toString()).doesNotContain(text);
            }
        }
    }

    private static ProblemCode code(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).code();
    }
}
