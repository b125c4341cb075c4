package io.auralis.agent.cli;

import io.auralis.agent.library.Library;
import io.auralis.agent.library.LibraryTrack;
import io.auralis.agent.library.PackedFingerprints;

/** Opens the library for commands that look at what a scan found. */
final class LibraryAccess {
    private LibraryAccess() {}

    /** @throws IllegalArgumentException if no scan has been made */
    static Library open(Session session) {
        if (!Library.exists(session.home())) {
            throw new IllegalArgumentException("There is no library yet; make one: auralis library scan FOLDER.");
        }
        return Library.open(session.home());
    }

    /** @throws IllegalArgumentException if there is no track in it */
    static PackedFingerprints fingerprints(Library library) {
        PackedFingerprints tracks = library.fingerprints();
        if (tracks.size() == 0) {
            throw new IllegalArgumentException("The library holds no track; fill it: auralis library scan FOLDER.");
        }
        return tracks;
    }

    /** What a track is called in a list: artist and title where its tags tell, else its path. */
    static String name(LibraryTrack track) {
        if (track.title().isEmpty()) {
            return track.path();
        }
        return (track.artist().isEmpty() ? "" : track.artist() + ": ") + track.title() + " (" + track.path() + ")";
    }
}
