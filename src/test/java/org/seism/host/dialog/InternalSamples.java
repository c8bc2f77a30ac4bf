package org.seism.host.dialog;

import org.knime.InternalWidgets;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Parameters that break a rule about widgets which only KNIME's own nodes may use. */
final class InternalSamples {
    private InternalSamples() {
    }

    static class SecretText implements NodeParameters {
        @InternalWidgets.PasswordWidget
        String m_text = "";
    }

    static class SortedText implements NodeParameters {
        @InternalWidgets.SortListWidget
        String m_text = "";
    }

    static class SpanOfText implements NodeParameters {
        @InternalWidgets.IntervalWidget
        String m_text = "";
    }

    static class ButtonWithValue implements NodeParameters {
        @InternalWidgets.SimpleButtonWidget
        boolean m_flag;
    }

    static class TwoSecrets implements NodeParameters {
        @InternalWidgets.CredentialsWidget
        @InternalWidgets.UsernameWidget
        InternalWidgets.Credentials m_secret;
    }

    static class ReadAndWritten implements NodeParameters {
        @InternalWidgets.LocalFileReaderWidget
        @InternalWidgets.LocalFileWriterWidget
        String m_file = "";
    }

    static class TwoExtensions implements NodeParameters {
        @InternalWidgets.LocalFileWriterWidget(fileExtension = "fa", fileExtensionProvider = InternalWidgets.SomeProvider.class)
        String m_file = "";
    }

    static class HeaderShown implements NodeParameters {
        @InternalWidgets.WidgetInternal
        String m_text = "";
    }

    static class NoCheckbox implements NodeParameters {
        @InternalWidgets.ArrayWidgetInternal(withElementCheckboxes = true)
        DialogSamples.Group[] m_groups = {};
    }

    static class NoAdapter implements NodeParameters {
        InternalWidgets.DBTableSelection m_table;
    }

    static class DynamicAlone implements NodeParameters {
        InternalWidgets.DynamicNodeParameters m_dynamic;
    }

    static class Dependencies {
        String m_word;

        int m_width;
    }

    abstract static class Handler implements InternalWidgets.DependencyHandler<Dependencies> {
    }

    static class ButtonWithout implements NodeParameters {
        @InternalWidgets.ButtonWidget(actionHandler = Handler.class)
        String m_button = "";

        String m_word = "";
    }

    static class ButtonBetween implements NodeParameters {
        @InternalWidgets.ButtonWidget(actionHandler = Handler.class)
        String m_button = "";

        String m_word = "";

        int m_width;

        DialogSamples.Group m_group = new DialogSamples.Group();
    }

    interface It extends InternalWidgets.Modification.Reference {
    }

    static final class ChangeIt implements InternalWidgets.Modification.Modifier {
        @Override
        public void modify(final InternalWidgets.Modification.WidgetGroupModifier group) {
            group.find(It.class).removeAnnotation(Widget.class);
        }
    }

    @InternalWidgets.Modification(ChangeIt.class)
    static class NothingToModify implements NodeParameters {
        String m_text = "";
    }

    @InternalWidgets.Modification(ChangeIt.class)
    static class TwoToModify implements NodeParameters {
        @InternalWidgets.Modification.WidgetReference(It.class)
        String m_one = "";

        @InternalWidgets.Modification.WidgetReference(It.class)
        String m_two = "";
    }

    /** Keeps the rules that the samples above break. */
    @InternalWidgets.Modification(ChangeIt.class)
    @InternalWidgets.DBTableAdapterProvider
    static class GoodInternal implements NodeParameters {
        @InternalWidgets.ButtonWidget(actionHandler = Handler.class)
        String m_button = "";

        @InternalWidgets.Modification.WidgetReference(It.class)
        String m_word = "";

        int m_width;

        @InternalWidgets.LocalFileWriterWidget(fileExtension = "fa")
        String m_file = "";

        @InternalWidgets.WidgetInternal(hideControlHeader = true)
        String m_bare = "";

        @InternalWidgets.SortListWidget
        String[] m_sorted = {};

        @InternalWidgets.SimpleButtonWidget
        Void m_plain;
    }
}
