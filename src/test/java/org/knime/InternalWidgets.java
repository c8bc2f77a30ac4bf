package org.knime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands for controls of KNIME that the slice has not, so that samples can break their rules: same simple names and members, of which
 * there are only those that a rule asks about.
 */
public final class InternalWidgets {

    private InternalWidgets() {
    }

    /** Name, password and second factor. */
    public static final class Credentials {
    }

    /** A table of a database. */
    public static final class DBTableSelection {
    }

    /** A time span. */
    public static final class Interval {
    }

    /** Parameters that are known only when the dialog is open. */
    public static class DynamicNodeParameters {
    }

    /** No extension. */
    public static final class NoopStringProvider {
    }

    /** An extension. */
    public static final class SomeProvider {
    }

    /** A control of credentials. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface CredentialsWidget {
    }

    /** A control of credentials. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface PasswordWidget {
    }

    /** A control of credentials. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface UsernameWidget {
    }

    /** A control of spans. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface IntervalWidget {
    }

    /** A control of sorted lists. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface SortListWidget {
    }

    /** A button without a value. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface SimpleButtonWidget {
    }

    /** A file to read. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface LocalFileReaderWidget {
    }

    /** A file to write. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface LocalFileWriterWidget {
        String fileExtension() default "";

        Class<?> fileExtensionProvider() default NoopStringProvider.class;
    }

    /** A control without a title. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface WidgetInternal {
        boolean hideControlHeader() default false;
    }

    /** More about lists. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface ArrayWidgetInternal {
        boolean withElementCheckboxes() default false;

        /** The box of an element. */
        @Retention(RetentionPolicy.RUNTIME)
        @interface ElementCheckboxWidget {
        }
    }

    /** How databases are reached. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface DBTableAdapterProvider {
    }

    /** What reads other settings. */
    public interface DependencyHandler<S> {
    }

    /** A button that asks the node. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface ButtonWidget {
        Class<? extends DependencyHandler<?>> actionHandler();
    }

    /** Changes controls of a class for another one. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.TYPE})
    public @interface Modification {
        Class<? extends Modifier>[] value();

        /** Names a field. */
        interface Reference {
        }

        /** The field that a reference names. */
        @Retention(RetentionPolicy.RUNTIME)
        @interface WidgetReference {
            Class<? extends Reference> value();
        }

        /** The fields. */
        interface WidgetGroupModifier {
            WidgetModifier find(Class<? extends Reference> reference);
        }

        /** A field. */
        interface WidgetModifier {
            void removeAnnotation(Class<?> annotation);
        }

        /** The change. */
        interface Modifier {
            void modify(WidgetGroupModifier group);
        }
    }
}
