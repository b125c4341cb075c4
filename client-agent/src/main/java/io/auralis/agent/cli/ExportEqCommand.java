package io.auralis.agent.cli;

import io.auralis.agent.equalizer.EqualizerFormat;
import io.auralis.agent.equalizer.EqualizerPreset;
import io.auralis.agent.equalizer.PersonalEqualizer;
import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.Words;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis export-eq}: the personal tone and width for what else plays music on this machine. */
@Command(
        name = "export-eq",
        description = "Write your tone and width as a preset for another program, so that all that you play has them.",
        footer = {
            "",
            "An equaliser hears no track: it has what is added for one kind of recording, and no loudness or punch.",
            "",
            "Example: auralis export-eq --for easyeffects"
        })
final class ExportEqCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--for",
            paramLabel = "PROGRAM",
            required = true,
            description = "easyeffects, camilladsp, equalizer-apo or autoeq.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String program;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "studio, metal, bootleg or unknown; default: the kind you rated most.")
    private @Nullable String type;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to; default: \"Auralis <gear>\" here.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Overwrite the file if there is one.")
    private boolean force;

    ExportEqCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        EqualizerFormat format = EqualizerFormat.parse(program);
        ModelStore models = new ModelStore(session.home());
        PersonalLayer layer = new PersonalLayer(session.home(), session.clock(), models);
        PersonalEqualizer personal =
                new PersonalEqualizer(layer, models.active().model());
        RecordingType recordingType = type == null ? personal.mostRated() : RecordingTypes.parse(type);
        EqualizerPreset preset = personal.preset(recordingType);
        Path target = file != null
                ? file
                : Path.of("Auralis " + layer.current().gear().key() + "." + format.extension());
        if (!force && Files.exists(target)) {
            throw new IllegalArgumentException(target + " is there already; add --force to overwrite it.");
        }
        AtomicFile.write(target, format.write(preset).getBytes(StandardCharsets.UTF_8));
        View view = new View(
                target.toString(),
                format.key(),
                recordingType,
                preset.title(),
                preset.sideGain(),
                notes(format, preset, personal.leftOut(recordingType)));
        if (output.json) {
            Output.printJson(session.out(), view);
        } else {
            session.out().println("Written: " + target);
            session.out().println("  " + preset.title());
            view.notes().forEach(note -> session.out().println("  " + note));
            session.out().println("To use it: " + format.use() + ".");
        }
        return ExitCode.OK;
    }

    private static List<String> notes(EqualizerFormat format, EqualizerPreset preset, List<TasteDimension> leftOut) {
        List<String> notes = new ArrayList<>();
        if (preset.sideGain() != 1 && !format.holdsWidth()) {
            notes.add("The width is left out: this format has none.");
        }
        if (!leftOut.isEmpty()) {
            notes.add("Left out, since an equaliser has none: "
                    + leftOut.stream().map(Words::name).collect(Collectors.joining(", ")) + ".");
        }
        return notes;
    }

    /**
     * @param file what was written
     * @param program what for
     * @param type the kind of recording that it is for
     * @param title what is in it, in words
     * @param sideGain of the width; 1 leaves it
     * @param notes what could not be put in, a sentence each
     */
    private record View(
            String file, String program, RecordingType type, String title, double sideGain, List<String> notes) {}
}
