package org.seism.bundle;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads of a class file no more than the classes that its constants name. */
final class ClassFile {

    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w$/]+)[;<]");

    private ClassFile() {
    }

    /** @return the packages, with dots, of every class in code, signatures and annotations */
    static Set<String> packages(final InputStream in) throws IOException {
        final Set<String> packages = new TreeSet<>();
        for (final String name : classes(in)) {
            if (name.contains(".")) {
                packages.add(name.substring(0, name.lastIndexOf('.')));
            }
        }
        return packages;
    }

    /** @return every class in code, signatures and annotations, with dots; nested ones as Outer$Inner */
    static Set<String> classes(final InputStream in) throws IOException {
        final DataInputStream data = new DataInputStream(new BufferedInputStream(in));
        if (data.readInt() != 0xCAFEBABE) {
            throw new IOException("no class file");
        }
        data.readInt(); // version
        final String[] texts = new String[data.readUnsignedShort()];
        final List<Integer> classes = new ArrayList<>();
        for (int i = 1; i < texts.length; i++) {
            final int tag = data.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = data.readUTF();
                case 7 -> classes.add(data.readUnsignedShort());
                case 8, 16, 19, 20 -> data.readUnsignedShort();
                case 15 -> data.skipNBytes(3);
                case 5, 6 -> {
                    data.readLong();
                    i++; // takes two places
                }
                default -> data.readInt();
            }
        }
        final Set<String> names = new TreeSet<>();
        for (int c : classes) {
            if (!texts[c].startsWith("[")) {
                names.add(texts[c].replace('/', '.'));
            }
        }
        for (String text : texts) {
            if (text != null && (text.startsWith("(") || text.startsWith("L") || text.startsWith("[") || text.startsWith("<"))) {
                for (Matcher m = IN_DESCRIPTOR.matcher(text); m.find();) {
                    names.add(m.group(1).replace('/', '.'));
                }
            }
        }
        return names;
    }
}
