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

/** Reads of a class file no more than the packages that its constants name. */
final class ClassFile {

    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w$/]+)/[\\w$]+[;<]");

    private ClassFile() {
    }

    /** @return the packages, with dots, of every class in code, signatures and annotations */
    static Set<String> packages(final InputStream in) throws IOException {
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
        final Set<String> packages = new TreeSet<>();
        for (int c : classes) {
            if (!texts[c].startsWith("[") && texts[c].contains("/")) {
                packages.add(texts[c].substring(0, texts[c].lastIndexOf('/')).replace('/', '.'));
            }
        }
        for (String text : texts) {
            if (text != null && (text.startsWith("(") || text.startsWith("L") || text.startsWith("["))) {
                for (Matcher m = IN_DESCRIPTOR.matcher(text); m.find();) {
                    packages.add(m.group(1).replace('/', '.'));
                }
            }
        }
        return packages;
    }
}
