package io.auralis.benchmarks.mastering;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The programs that are compared where nothing else is asked: ourselves, and those of Debian's packages that are there. */
public final class Peers {
    private static final String LSP = "lsp-plug.in/plugins/lv2/limiter_stereo";

    private static final List<String> KNOWN = List.of(
            // What reading and writing alone cost.
            "ffmpeg copy=ffmpeg -v error -y -i {in} -c:a flac {out}",
            "ffmpeg loudnorm=ffmpeg -v error -y -i {in} -af loudnorm=I={lufs}:TP={ceiling}:LRA=20 -ar {rate} -c:a flac {out}",
            "ffmpeg alimiter=ffmpeg -v error -y -i {in} -af volume={gain}dB,alimiter=limit={limit}:level=disabled -c:a flac {out}",
            "ffmpeg 4x alimiter=ffmpeg -v error -y -i {in} -af volume={gain}dB,aresample={rate4},alimiter=limit={limit}:level=disabled -ar {rate} -c:a flac {out}",
            "sox=sox {in} {out} gain -l {gain}",
            "loudgain=loudgain -q {in}");

    private static final List<Plugin> PLUGINS = List.of(
            new Plugin(
                    "dpl.lv2", "x42 dpl, true peak", "gareus.org/oss/lv2/dpl#stereo", "threshold={ceiling}|truepeak=1"),
            new Plugin("lsp-plugins.lv2", "LSP limiter, half x4(2L)", LSP, "th={limit}|boost=0|ovs=5"),
            new Plugin("lsp-plugins.lv2", "LSP limiter, full x8(3L)", LSP, "th={limit}|boost=0|ovs=20"));

    /** Which FFmpeg runs, by the folder that it is installed in. */
    private record Plugin(String folder, String name, String address, String controls) {
        boolean isThere() {
            return Files.isDirectory(Path.of("/usr/lib/lv2", folder));
        }

        String peer() {
            return name + "=ffmpeg -v error -y -i {in} -af volume={gain}dB,lv2=p=http\\\\://" + address + ":c="
                    + controls + " -c:a flac {out}";
        }
    }

    private Peers() {}

    /** @param root of the checkout */
    public static List<Peer> usual(Path root) {
        String auralis = root.resolve("auralis").toString();
        List<Peer> peers = new ArrayList<>();
        peers.add(new Peer("auralis", List.of(auralis, "master", "{in}", "--output", "{out}", "--force")));
        peers.add(new Peer(
                "auralis loudness",
                List.of(
                        auralis,
                        "master",
                        "{in}",
                        "--output",
                        "{out}",
                        "--force",
                        "--loudness-only",
                        "--loudness={lufs}")));
        Stream<String> plugins = PLUGINS.stream().filter(Plugin::isThere).map(Plugin::peer);
        Stream.concat(KNOWN.stream(), plugins)
                .map(Peer::parse)
                .filter(peer -> isThere(peer.words().get(0)))
                .forEach(peers::add);
        return peers;
    }

    private static boolean isThere(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder).resolve(program))) {
                return true;
            }
        }
        return false;
    }
}
