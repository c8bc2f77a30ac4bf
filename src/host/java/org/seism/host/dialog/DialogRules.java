package org.seism.host.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.knime.node.parameters.NodeParameters;

/** Says what would keep KNIME from opening a dialog, and in which order the dialog shows its parts. */
public final class DialogRules {

    private DialogRules() {
    }

    /**
     * @param parameters a node's parameters class
     * @return every violation of KNIME's rules, a sentence that begins with the field; empty if the dialog opens
     */
    public static List<String> violations(final Class<? extends NodeParameters> parameters) {
        final DialogTree tree = new DialogTree(parameters);
        final List<String> violations = new ArrayList<>(new FieldRules().violations(tree));
        violations.addAll(new ReferenceRules().violations(tree));
        violations.addAll(new InternalRules(tree).violations());
        violations.addAll(new Layouts(tree).violations());
        return violations;
    }

    /**
     * @param parameters a node's parameters class
     * @return section titles in the order of the dialog, each with the titles of its controls; no title first, if there is one
     */
    public static Map<String, List<String>> sections(final Class<? extends NodeParameters> parameters) {
        return new Layouts(new DialogTree(parameters)).sections();
    }
}
