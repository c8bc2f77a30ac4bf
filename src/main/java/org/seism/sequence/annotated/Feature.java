package org.seism.sequence.annotated;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A feature of a sequence.
 *
 * @param type such as gene or CDS
 * @param location where it lies; empty where its letters can't be told
 * @param attributes qualifiers with their values in the order of the file; a qualifier without a value has an empty one
 */
public record Feature(String type, Optional<Location> location, Map<String, List<String>> attributes) {

    /**
     * @param names of attributes, in the order of preference
     * @return the first value of the first of them that is there
     */
    public Optional<String> attribute(final List<String> names) {
        return names.stream().flatMap(n -> attributes.getOrDefault(n, List.of()).stream()).filter(v -> !v.isBlank()).findFirst();
    }

    /**
     * @param name of an attribute
     * @return its values, joined by semicolons; empty if there is none
     */
    public String text(final String name) {
        return String.join("; ", attributes.getOrDefault(name, List.of()));
    }
}
