package io.auralis.benchmarks.mastering;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs that are compared where nothing else is asked: ourselves, and those of Debian's packages that are there. */
public final class Peers {
    private static final List<String> KNOWN = List.of(
            // What reading and writing alone cost.
            "ffmpeg copy=ffmpeg -v error -y -i {in} -c:a flac {out}",
            "ffmpeg loudnorm=ffmpeg -v error -y -i {in} -af loudnorm=I={lufs}:TP={ceiling}:LRA=20 -ar {rate} -c:a flac {out}",
            "ffmpeg alimiter=ffmpeg -v error -y -i {in} -af volume={gain}dB,alimiter=limit={limit}:level=disabled -c:a flac {out}",
            "ffmpeg 4x alimiter=ffmpeg -v error -y -i {in} -af volume={gain}dB,aresample={rate4},alimiter=limit={limit}:level=disabled -ar {rate} -c:a flac {out}",
            "sox=sox {in} {out} gain -l {gain}",
            "loudgain=loudgain -q {in}");

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
        KNOWN.stream()
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
