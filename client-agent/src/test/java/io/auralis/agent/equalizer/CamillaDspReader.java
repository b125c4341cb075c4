package io.auralis.agent.equalizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Runs a CamillaDSP configuration's pipeline on paper, step by step, as its README describes the keys. */
final class CamillaDspReader {
    private double gainDb;
    private final List<double[]> shelves = new ArrayList<>();
    private final double[][] mix = {{1, 0}, {0, 1}};

    private CamillaDspReader() {}

    static ReadPreset read(String text) {
        Map<String, Object> config = map(new Yaml().load(text));
        Map<String, Object> devices = map(config.get("devices"));
        if (!devices.get("samplerate").equals(EqualizerPreset.SAMPLE_RATE_HZ)
                || !map(devices.get("capture")).get("channels").equals(2)
                || !map(devices.get("playback")).get("channels").equals(2)) {
            throw new IllegalArgumentException("devices do not fit: " + devices);
        }
        CamillaDspReader reader = new CamillaDspReader();
        List<Object> names = null;
        for (Object step : list(config.get("pipeline"))) {
            Map<String, Object> one = map(step);
            if (one.get("type").equals("Mixer")) {
                reader.mixer(map(map(config.get("mixers")).get(one.get("name"))));
            } else if (names == null) {
                names = list(one.get("names"));
                names.forEach(
                        name -> reader.filter(map(map(config.get("filters")).get(name))));
            } else if (!names.equals(one.get("names")) || !one.get("channel").equals(1)) {
                throw new IllegalArgumentException("channels are filtered differently: " + one);
            }
        }
        return new ReadPreset(reader.gainDb, reader.shelves, reader.mix[0], reader.mix[1]);
    }

    private void filter(Map<String, Object> filter) {
        Map<String, Object> parameters = map(filter.get("parameters"));
        if (filter.get("type").equals("Gain")) {
            gainDb += number(parameters.get("gain"));
        } else if (parameters.get("type").equals("Highshelf")) {
            shelves.add(new double[] {
                number(parameters.get("freq")), number(parameters.get("gain")), number(parameters.get("q"))
            });
        } else {
            throw new IllegalArgumentException("another filter: " + filter);
        }
    }

    private void mixer(Map<String, Object> mixer) {
        for (Object mapping : list(mixer.get("mapping"))) {
            int dest = (int) number(map(mapping).get("dest"));
            for (Object source : list(map(mapping).get("sources"))) {
                double gain = Math.pow(10, number(map(source).get("gain")) / 20);
                boolean inverted = (boolean) map(source).get("inverted");
                mix[dest][(int) number(map(source).get("channel"))] = inverted ? -gain : gain;
            }
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
