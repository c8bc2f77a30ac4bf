package org.seism.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.seism.InputException;

/**
 * Turns bytes into text the way every reader of this package wants it: gzip is recognised by its first two bytes (a
 * name says nothing about a stream), the text is UTF-8, or UTF-16
 * with a byte-order mark, which is dropped, and what is no text at all is
 * refused by name.
 */
public final class TextInput {
    private static final int BUFFER = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private TextInput() {
    }

    /**
     * @param in plain or gzip-compressed text; closed with the reader
     * @param name for messages
     * @return the text; malformed bytes appear as U+FFFD, because a header in another encoding does no harm
     * @throws InputException if the input is empty, or compressed in a way that isn't supported
     */
    public static BufferedReader open(final InputStream in, final String name) {
        try {
            final BufferedInputStream plain = decompressed(in);
            plain.mark(4);
            final byte[] head = plain.readNBytes(4);
            plain.reset();
            if (head.length == 0) {
                throw new InputException(name + " is empty.", "Choose a file that holds sequences or a table.");
            }
            refuseUnsupported(head, name);
            final BufferedReader text = new BufferedReader(new InputStreamReader(plain, charset(head)), BUFFER);
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException e) {
            closeQuietly(in);
            throw unreadable(name, e);
        } catch (InputException e) {
            closeQuietly(in);
            throw e;
        }
    }

    private static BufferedInputStream decompressed(final InputStream in) throws IOException {
        final BufferedInputStream raw = new BufferedInputStream(in, BUFFER);
        raw.mark(2);
        final int first = raw.read();
        final int second = raw.read();
        raw.reset();
        return first == 0x1F && second == 0x8B ? new BufferedInputStream(new GZIPInputStream(new Patient(raw), BUFFER), BUFFER) : raw;
    }

    /** Spreadsheets save "Unicode text" as UTF-16 with a byte-order mark. */
    private static Charset charset(final byte[] head) {
        final int mark = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        return mark == 0xFEFF ? StandardCharsets.UTF_16BE : mark == 0xFFFE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static void refuseUnsupported(final byte[] head, final String name) {
        final int b0 = head[0] & 0xFF;
        final int b1 = head.length > 1 ? head[1] & 0xFF : -1;
        final boolean zip = b0 == 'P' && b1 == 'K' && head.length > 2 && head[2] < 8;
        final boolean bzip2 = b0 == 'B' && b1 == 'Z' && head.length > 2 && head[2] == 'h';
        final boolean xz = b0 == 0xFD && b1 == '7' && head.length > 2 && head[2] == 'z';
        final boolean zstd = b0 == 0x28 && b1 == 0xB5 && head.length > 2 && (head[2] & 0xFF) == 0x2F;
        if (zip || bzip2 || xz || zstd) {
            throw new InputException(name + " is compressed, or an Office file, and not in gzip format.",
                "Decompress it, or save a spreadsheet as CSV or tab-separated text; gzip is read as it is.");
        }
    }

    /**
     * @param line a line of text
     * @return the index of the first character that no text file has (a control character other than tab and form feed),
     *         or -1
     */
    public static int binaryCharacter(final CharSequence line) {
        for (int k = 0; k < line.length(); k++) {
            final char c = line.charAt(k);
            if (c < ' ' && c != '\t' && c != '\f' && c != '\n' && c != '\r') {
                return k;
            }
        }
        return -1;
    }

    /**
     * @param name of the input
     * @param line 1-based line that no text file has
     * @return what to throw
     */
    public static InputException binary(final String name, final long line) {
        return new InputException(name + ", line " + line + ": this is binary data, not text.",
            "Choose a FASTA file or a table in plain text, as it is or compressed with gzip.");
    }

    /**
     * @param name of the input
     * @param e what went wrong
     * @return what to throw
     */
    public static InputException unreadable(final String name, final IOException e) {
        if (e instanceof ZipException || e instanceof EOFException) {
            return new InputException(name + " is a damaged or truncated gzip file.", "Download or compress it again.", e);
        }
        if (e instanceof NoSuchFileException) {
            return new InputException("There is no file " + name + ".", "Check the spelling and the folder.", e);
        }
        if (e instanceof AccessDeniedException) {
            return new InputException(name + " may not be read by you.", "Ask its owner for access, or choose another file.", e);
        }
        final String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new InputException(name + " can't be read: " + why + ".", "Check that the file exists and that you may read it.", e);
    }

    /**
     * @param text any text
     * @return its beginning in quotes, fit for one line of a message
     */
    public static String quoted(final String text) {
        final String visible = text.replaceAll("\\p{Cntrl}", " ").strip();
        return "'" + (visible.length() > 40 ? visible.substring(0, 40) + "..." : visible) + "'";
    }

    private static void closeQuietly(final InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // the first failure is the one to tell
        }
    }

    /**
     * A stream that has something available until its end. Java's reader of gzip takes a slow pipe that has nothing at this moment
     * for the end of the file, and loses the members to come.
     */
    private static final class Patient extends FilterInputStream {
        Patient(final BufferedInputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            in.mark(1);
            final boolean end = in.read() < 0;
            in.reset();
            return end ? 0 : Math.max(1, in.available());
        }
    }
}
