package io.auralis.agent.equalizer;

import io.auralis.agent.feedback.Rating;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.Words;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.mastering.ToneFilters;
import io.auralis.engine.plan.PersonalPart;
import io.auralis.engine.plan.ToneBand;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the personal layer adds for one kind of recording, as an equaliser's settings. An equaliser hears one track after
 * another and knows none: so a width, which is a target, becomes the gain of the sides that takes a typical track of his
 * there.
 */
public final class PersonalEqualizer {
    /** Sides are never the most of a track that is meant for two ears. */
    private static final double WIDEST = 0.9;

    private final PersonalLayer layer;
    private final BaseModel model;

    public PersonalEqualizer(PersonalLayer layer, BaseModel model) {
        this.layer = layer;
        this.model = model;
    }

    /** The kind of recording that he rated most with the gear in use; studio before the first rating. */
    public RecordingType mostRated() {
        Map<RecordingType, Long> counts = layer.ratings(layer.current().gear()).stream()
                .collect(Collectors.groupingBy(
                        Rating::type, () -> new EnumMap<>(RecordingType.class), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<RecordingType, Long>comparingByValue()
                        .thenComparing(Map.Entry.<RecordingType, Long>comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(RecordingType.STUDIO);
    }

    /** The settings for a kind of recording with the gear in use. */
    public EqualizerPreset preset(RecordingType type) {
        Map<TasteDimension, PersonalPart> parts = layer.partsFor(type);
        Map<ToneBand, Double> gains = new EnumMap<>(ToneBand.class);
        for (ToneBand band : ToneBand.values()) {
            Optional.ofNullable(parts.get(band.taste())).ifPresent(part -> gains.put(band, part.delta()));
        }
        double width = Optional.ofNullable(parts.get(TasteDimension.WIDTH))
                .map(PersonalPart::delta)
                .orElse(0.0);
        String title = "Auralis, your taste with " + layer.current().gear().key() + " for "
                + type.name().toLowerCase(Locale.ROOT) + " recordings: " + words(parts);
        return new EqualizerPreset(
                title,
                ToneFilters.of(gains, EqualizerPreset.SAMPLE_RATE_HZ),
                width == 0 ? 1 : sideGain(typicalWidth(type), width));
    }

    private static String words(Map<TasteDimension, PersonalPart> parts) {
        String words = parts.entrySet().stream()
                .filter(part -> held(part.getKey()))
                .map(part -> Words.name(part.getKey()) + " "
                        + Words.signed(part.getKey(), part.getValue().delta()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing yet" : words;
    }

    /** What an equaliser cannot do, of what he has: loudness and punch. */
    public List<TasteDimension> leftOut(RecordingType type) {
        return layer.partsFor(type).keySet().stream()
                .filter(dimension -> !held(dimension))
                .toList();
    }

    private static boolean held(TasteDimension dimension) {
        return dimension != TasteDimension.LOUDNESS && dimension != TasteDimension.PUNCH;
    }

    /** The mean width of the tracks that he rated; before the first, what the base model aims at. */
    private double typicalWidth(RecordingType type) {
        return layer.ratings(layer.current().gear()).stream()
                .filter(rating -> rating.type() == type)
                .map(rating -> rating.features().get(FingerprintDimension.STEREO_WIDTH))
                .filter(width -> width != null && width > 0)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseGet(() -> model.profiles().stream()
                        .filter(profile -> profile.family() == type)
                        .mapToDouble(profile -> profile.parameters().stereoWidthTarget())
                        .findFirst()
                        .orElse(0.15));
    }

    /** The gain of the side's amplitude that takes its share of the energy from one width to another. */
    static double sideGain(double width, double delta) {
        double wanted = Math.max(0, Math.min(WIDEST, width + delta));
        return Math.sqrt(wanted / (1 - wanted) * (1 - width) / width);
    }
}
