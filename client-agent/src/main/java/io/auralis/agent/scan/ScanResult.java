package io.auralis.agent.scan;

import java.util.List;

/**
 * What a scan came to.
 *
 * @param heard tracks that were new, or of new content, and were analysed
 * @param recognised files whose content the library had already: renamed, moved, copied, or touched
 * @param unchanged files that are as the library knows them
 * @param moved files that are gone, their content found elsewhere
 * @param missing files that are gone with their content; they stay in the store, marked
 * @param broken audio files that cannot be heard, with the reason
 * @param unreadable files and folders that could not be opened, with the reason
 * @param notAudio files that are no audio by their names
 */
public record ScanResult(
        int heard,
        int recognised,
        int unchanged,
        int moved,
        int missing,
        List<Unheard> broken,
        List<Unheard> unreadable,
        List<String> notAudio) {
    public ScanResult {
        broken = List.copyOf(broken);
        unreadable = List.copyOf(unreadable);
        notAudio = List.copyOf(notAudio);
    }
}
