package org.seism.host.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Declarations read from compiled classes. */
final class ClassFiles {

    /** A member as compiled. */
    record Member(String name, String descriptor, int access) {

        String nameAndDescriptor() {
            return name + " " + descriptor;
        }

        boolean isVisible() {
            return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0
                && (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) == 0;
        }

        boolean isPublic() {
            return (access & Opcodes.ACC_PUBLIC) != 0;
        }

        boolean isStatic() {
            return (access & Opcodes.ACC_STATIC) != 0;
        }
    }

    /** A class as compiled; access of a nested class is the one it was declared with. */
    record Compiled(String name, int access, boolean visible, String superName, List<String> interfaces,
        List<Member> members) {

        boolean isInterface() {
            return (access & Opcodes.ACC_INTERFACE) != 0;
        }
    }

    private ClassFiles() {
    }

    static List<Path> below(final Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(f -> f.toString().endsWith(".class")).sorted().toList();
        }
    }

    static Map<String, Compiled> read(final Path directory) throws IOException {
        final Map<String, Compiled> classes = new TreeMap<>();
        for (final Path file : below(directory)) {
            final Compiled c = read(Files.readAllBytes(file));
            classes.put(c.name(), c);
        }
        return classes;
    }

    private static Compiled read(final byte[] bytes) {
        final List<Member> members = new ArrayList<>();
        final List<String> interfaces = new ArrayList<>();
        final String[] names = new String[2];
        final int[] access = new int[1];
        final boolean[] outerVisible = {true};
        new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visit(final int version, final int flags, final String name, final String signature,
                final String superName, final String[] superInterfaces) {
                names[0] = name;
                names[1] = superName;
                access[0] = flags;
                for (final String i : superInterfaces) {
                    interfaces.add(i.replace('/', '.'));
                }
            }

            @Override
            public void visitInnerClass(final String name, final String outer, final String inner, final int flags) {
                if (name.equals(names[0])) {
                    access[0] = flags;
                    outerVisible[0] = outer != null; // local and anonymous classes have no outer name
                } else if (names[0].startsWith(name + "$") && (flags & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0) {
                    outerVisible[0] = false;
                }
            }

            @Override
            public FieldVisitor visitField(final int flags, final String name, final String descriptor,
                final String signature, final Object value) {
                members.add(new Member(name, descriptor, flags));
                return null;
            }

            @Override
            public MethodVisitor visitMethod(final int flags, final String name, final String descriptor,
                final String signature, final String[] exceptions) {
                members.add(new Member(name, descriptor, flags));
                return null;
            }
        }, ClassReader.SKIP_CODE);
        final boolean visible =
            outerVisible[0] && (access[0] & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        return new Compiled(names[0].replace('/', '.'), access[0], visible, names[1].replace('/', '.'), interfaces,
            members);
    }

    /** Whether a class sits in a package-private one: then it is not visible, whatever its own modifiers say. */
    static boolean isVisible(final Compiled c, final Map<String, Compiled> all) {
        for (int i = c.name().indexOf('$'); i > 0; i = c.name().indexOf('$', i + 1)) {
            final Compiled outer = all.get(c.name().substring(0, i));
            if (outer != null && !outer.visible()) {
                return false;
            }
        }
        return c.visible();
    }
}
