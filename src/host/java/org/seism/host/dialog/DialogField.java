package org.seism.host.dialog;

import java.util.List;

/**
 * One control of a node's dialog, in the state that the current settings and inputs put it in.
 *
 * @param key settings keys from the root, separated by slashes
 * @param title the control's title
 * @param description its description, an XML fragment
 * @param type Java type of the field
 * @param value current value
 * @param section title of the section it stands in, or an empty text
 * @param advanced hidden until "advanced settings" is on
 * @param visible shown by its conditions and those of its section
 * @param enabled not greyed out by its conditions
 * @param choices ids or names offered, empty if free
 * @param min lower bound in the dialog, or null
 * @param max upper bound in the dialog, or null
 */
public record DialogField(String key, String title, String description, String type, Object value, String section,
    boolean advanced, boolean visible, boolean enabled, List<String> choices, Double min, Double max) {
}
