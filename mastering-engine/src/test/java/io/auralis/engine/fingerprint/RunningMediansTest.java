package io.auralis.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningMediansTest {
    @Test
    void theMediansOfEightWindowsAreThoseOfSorting() {
        Random random = new Random(1);
        int width = 50;
        RunningMedians medians = new RunningMedians(width);
        int[][][] numbers = new int[RunningMedians.ROWS][width][RunningMedians.LANES];
        for (int place = 0; place < RunningMedians.ROWS; place++) {
            for (int i = 0; i < width; i++) {
                long packed = 0;
                for (int lane = 0; lane < RunningMedians.LANES; lane++) {
                    // Many equal numbers in some columns, the extremes in others.
                    int number = i % 3 == 0 ? random.nextInt(4) * (RunningMedians.LARGEST / 3) : random.nextInt(32_768);
                    numbers[place][i][lane] = number;
                    packed |= (long) number << RunningMedians.LANE_BITS * lane;
                }
                medians.row(place)[i] = packed;
            }
        }
        medians.run();
        for (int window = 0; window < RunningMedians.TOGETHER; window++) {
            for (int i = 0; i < width; i++) {
                for (int lane = 0; lane < RunningMedians.LANES; lane++) {
                    int[] seen = new int[RunningMedians.WINDOW];
                    for (int place = 0; place < seen.length; place++) {
                        seen[place] = numbers[window + place][i][lane];
                    }
                    Arrays.sort(seen);
                    long median = medians.medians(window)[i] >>> RunningMedians.LANE_BITS * lane & 0xFFFF;
                    assertThat(median).isEqualTo(seen[RunningMedians.REACH]);
                }
            }
        }
    }

    @Test
    void whatStandsOutsideTheEdgeLeavesTheMedianOfWhatIsInside() {
        int[] inside = {5, 1, 9, 3, 7, 2, 8, 6, 4};
        RunningMedians medians = new RunningMedians(1);
        for (int place = 0; place < RunningMedians.ROWS; place++) {
            int beyond = place - inside.length + 1;
            medians.row(place)[0] = beyond > 0 ? RunningMedians.outside(beyond) : inside[place];
        }
        medians.run();
        assertThat(medians.medians(0)[0]).isEqualTo(5);
    }
}
