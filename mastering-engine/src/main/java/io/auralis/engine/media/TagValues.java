package io.auralis.engine.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All values of one meaning together, since most tag systems let a name occur once and hold several values there.
 *
 * @param name as the first of the tags is called
 * @param field what the name means, if it is one of those
 * @param values at least one
 */
record TagValues(String name, Optional<TagField> field, List<String> values) {
    TagValues {
        values = List.copyOf(values);
    }

    /** In the order in which the names first occur. */
    static List<TagValues> of(List<Tag> tags) {
        Map<String, TagValues> grouped = new LinkedHashMap<>();
        for (Tag tag : tags) {
            Optional<TagField> field = TagField.of(tag.name());
            String key = field.map(TagField::name).orElse("own " + tag.name().toLowerCase(Locale.ROOT));
            TagValues one = new TagValues(tag.name(), field, List.of(tag.value()));
            grouped.merge(key, one, (before, next) -> before.with(tag.value()));
        }
        return List.copyOf(grouped.values());
    }

    private TagValues with(String value) {
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return new TagValues(name, field, more);
    }

    /** The values separated by zeros, as ID3v2.4 and APEv2 write them. */
    String separatedByZeros() {
        return String.join("\0", values);
    }
}
