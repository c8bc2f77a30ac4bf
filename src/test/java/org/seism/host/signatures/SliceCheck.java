package org.seism.host.signatures;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.seism.host.signatures.ClassFiles.Compiled;
import org.seism.host.signatures.ClassFiles.Member;

/** Checks that the slice promises nothing that KNIME does not have. */
final class SliceCheck {

    private final Map<String, Compiled> slice;

    private final ApiListing listing;

    private final List<String> violations = new ArrayList<>();

    /** The listing's lines that the slice uses. */
    private final Set<String> used = new LinkedHashSet<>();

    SliceCheck(final Map<String, Compiled> slice, final ApiListing listing) {
        this.slice = slice;
        this.listing = listing;
        slice.values().stream().filter(c -> ClassFiles.isVisible(c, slice)).forEach(this::check);
    }

    List<String> violations() {
        return violations;
    }

    Set<String> used() {
        return used;
    }

    private void check(final Compiled c) {
        final ApiListing.ApiClass api = listing.get(c.name());
        final List<Member> visible = c.members().stream().filter(Member::isVisible).toList();
        if (api == null) {
            if (!listing.mentions(c.name()) || !visible.isEmpty()) {
                violations.add(c.name() + " is not in the listing");
            }
            return;
        }
        used.add(api.line());
        if (api.isInterface() != c.isInterface()) {
            violations.add(c.name() + " must " + (api.isInterface() ? "" : "not ") + "be an interface");
        }
        classModifiers(c, api);
        supertypes(c, api);
        visible.forEach(m -> check(c, m));
    }

    /** What nodes may extend or make here, they must be able to extend or make in KNIME. */
    private void classModifiers(final Compiled c, final ApiListing.ApiClass api) {
        if (api.declaration().matches(".*\\bfinal\\b.*") && (c.access() & Opcodes.ACC_FINAL) == 0) {
            violations.add(c.name() + " must be final");
        }
        if (!api.isInterface() && api.declaration().matches(".*\\babstract\\b.*") && (c.access() & Opcodes.ACC_ABSTRACT) == 0) {
            violations.add(c.name() + " must be abstract");
        }
    }

    private void supertypes(final Compiled c, final ApiListing.ApiClass api) {
        final List<String> supertypes = new ArrayList<>(c.interfaces());
        supertypes.add(c.superName());
        for (final String s : supertypes) {
            final boolean implied = s.equals("java.lang.Object") || s.equals("java.lang.annotation.Annotation")
                || s.equals("java.lang.Record") || s.equals("java.lang.Enum");
            if (!implied && !api.declaration().matches(".*\\b" + java.util.regex.Pattern.quote(s) + "(\\b.*|$)")) {
                violations.add(c.name() + " must not extend or implement " + s);
            }
        }
    }

    private void check(final Compiled c, final Member m) {
        final String modifiers = listing.modifiers(c.name(), m.nameAndDescriptor());
        if (modifiers != null) {
            used.add(listing.get(c.name()).members().get(m.nameAndDescriptor()));
            // a method that is final in KNIME can't be overridden there, an abstract one must be
            final boolean looser = !m.name().startsWith("<") && (c.access() & Opcodes.ACC_FINAL) == 0
                && m.descriptor().startsWith("(")
                && (modifiers.contains("final") && (m.access() & Opcodes.ACC_FINAL) == 0
                    || modifiers.contains("abstract") && (m.access() & Opcodes.ACC_ABSTRACT) == 0);
            if (looser || modifiers.contains("static") != m.isStatic() || modifiers.contains("public") != m.isPublic()) {
                violations.add(c.name() + "." + m.nameAndDescriptor() + " must be " + modifiers);
            }
        } else if (!overrides(c, m, c)) {
            violations.add(c.name() + "." + m.nameAndDescriptor() + " is not in the listing");
        }
    }

    /** A method may be missing in the listing of its class if it only implements a listed one of a supertype. */
    private boolean overrides(final Compiled c, final Member m, final Compiled start) {
        if (m.name().startsWith("<") || m.isStatic()) {
            return false;
        }
        final List<String> supertypes = new ArrayList<>(c.interfaces());
        supertypes.add(c.superName());
        for (final String s : supertypes) {
            final Compiled parent = slice.get(s);
            if (parent == null ? overridesJdk(s, m)
                : listing.modifiers(s, m.nameAndDescriptor()) != null || overrides(parent, m, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overridesJdk(final String className, final Member m) {
        try {
            for (Class<?> k = Class.forName(className); k != null; k = k.getSuperclass()) {
                for (final Method method : k.getMethods()) {
                    if (matches(method, m)) {
                        return true;
                    }
                }
                for (final Method method : k.getDeclaredMethods()) {
                    if (matches(method, m)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Parameters decide: an override may return a subtype. */
    private static boolean matches(final Method method, final Member m) {
        final String parameters = m.descriptor().substring(0, m.descriptor().indexOf(')') + 1);
        return method.getName().equals(m.name()) && Type.getMethodDescriptor(method).startsWith(parameters);
    }
}
