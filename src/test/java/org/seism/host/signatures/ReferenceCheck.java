package org.seism.host.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.seism.host.signatures.ClassFiles.Compiled;

/** Collects what compiled classes refer to in org.knime, and checks it against the listing. */
final class ReferenceCheck {

    private static final String KNIME = "org/knime/";

    private final Map<String, Compiled> slice;

    private final ApiListing listing;

    private final Set<String> violations = new TreeSet<>();

    private int references;

    ReferenceCheck(final Map<String, Compiled> slice, final ApiListing listing) {
        this.slice = slice;
        this.listing = listing;
    }

    Set<String> violations() {
        return violations;
    }

    /** How many references into org.knime were seen. */
    int references() {
        return references;
    }

    void check(final Path classFile) throws IOException {
        final ClassReader reader = new ClassReader(Files.readAllBytes(classFile));
        reader.accept(new Visitor(reader.getClassName()), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    private void type(final String from, final Type type) {
        if (type.getSort() == Type.METHOD) {
            type(from, type.getReturnType());
            for (final Type t : type.getArgumentTypes()) {
                type(from, t);
            }
            return;
        }
        final Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            type(from, element.getInternalName());
        }
    }

    private void type(final String from, final String internalName) {
        if (internalName.startsWith(KNIME)) {
            references++;
            final String name = internalName.replace('/', '.');
            if (listing.get(name) == null && !listing.mentions(name)) {
                violations.add(from + " refers to " + name + ", which is not in the listing");
            }
        }
    }

    private void member(final String from, final String owner, final String name, final String descriptor) {
        type(from, descriptor.startsWith("(") ? Type.getMethodType(descriptor) : Type.getType(descriptor));
        if (owner.startsWith(KNIME)) {
            type(from, owner);
            if (!listed(owner.replace('/', '.'), name + " " + descriptor)) {
                violations.add(from + " refers to " + owner.replace('/', '.') + "." + name + descriptor
                    + ", which is not in the listing");
            }
        }
    }

    /** Looks in the class and, as the JVM does, in its supertypes; what the JDK declares is there in any case. */
    private boolean listed(final String owner, final String member) {
        if (listing.modifiers(owner, member) != null) {
            return true;
        }
        final Compiled c = slice.get(owner);
        if (c == null) {
            return false;
        }
        final List<String> supertypes = new ArrayList<>(c.interfaces());
        supertypes.add(c.superName());
        for (final String s : supertypes) {
            if (slice.containsKey(s) ? listed(s, member) : jdkHas(s, member)) {
                return true;
            }
        }
        return false;
    }

    private static boolean jdkHas(final String className, final String member) {
        final String name = member.substring(0, member.indexOf(' '));
        try {
            for (Class<?> k = Class.forName(className); k != null; k = k.getSuperclass()) {
                for (final var m : k.getMethods()) {
                    if (m.getName().equals(name) && member.endsWith(Type.getMethodDescriptor(m))) {
                        return true;
                    }
                }
            }
        } catch (ClassNotFoundException e) {
            return false;
        }
        return false;
    }

    private final class Visitor extends ClassVisitor {

        private final String from;

        Visitor(final String className) {
            super(Opcodes.ASM9);
            from = className.replace('/', '.');
        }

        @Override
        public void visit(final int version, final int access, final String name, final String signature,
            final String superName, final String[] interfaces) {
            type(from, superName);
            for (final String i : interfaces) {
                type(from, i);
            }
        }

        @Override
        public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
            return annotation(descriptor);
        }

        private AnnotationVisitor annotation(final String descriptor) {
            final Type annotationType = Type.getType(descriptor);
            type(from, annotationType);
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(final String name, final Object value) {
                    if (annotationType.getInternalName().startsWith(KNIME)
                        && listing.get(annotationType.getClassName()) != null
                        && listing.get(annotationType.getClassName()).members().keySet().stream()
                            .noneMatch(m -> m.startsWith(name + " "))) {
                        violations.add(from + " sets " + annotationType.getClassName() + "." + name
                            + ", which is not in the listing");
                    }
                    if (value instanceof Type t) {
                        type(from, t);
                    }
                }

                @Override
                public AnnotationVisitor visitAnnotation(final String name, final String nested) {
                    return annotation(nested);
                }
            };
        }

        @Override
        public FieldVisitor visitField(final int access, final String name, final String descriptor,
            final String signature, final Object value) {
            type(from, Type.getType(descriptor));
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(final String d, final boolean visible) {
                    return annotation(d);
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(final int access, final String name, final String descriptor,
            final String signature, final String[] exceptions) {
            type(from, Type.getMethodType(descriptor));
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(final int opcode, final String owner, final String n, final String d,
                    final boolean isInterface) {
                    member(from, owner, n, d);
                }

                @Override
                public void visitFieldInsn(final int opcode, final String owner, final String n, final String d) {
                    member(from, owner, n, d);
                }

                @Override
                public void visitTypeInsn(final int opcode, final String t) {
                    type(from, Type.getObjectType(t));
                }

                @Override
                public void visitLdcInsn(final Object value) {
                    if (value instanceof Type t) {
                        type(from, t);
                    }
                }

                @Override
                public void visitTryCatchBlock(final org.objectweb.asm.Label start, final org.objectweb.asm.Label end,
                    final org.objectweb.asm.Label handler, final String t) {
                    if (t != null) {
                        type(from, t);
                    }
                }

                @Override
                public void visitInvokeDynamicInsn(final String n, final String d, final Handle bootstrap,
                    final Object... arguments) {
                    type(from, Type.getMethodType(d));
                    for (final Object argument : arguments) {
                        if (argument instanceof Handle h) {
                            member(from, h.getOwner(), h.getName(), h.getDesc());
                        } else if (argument instanceof Type t) {
                            type(from, t);
                        }
                    }
                }
            };
        }
    }
}
