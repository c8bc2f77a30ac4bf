package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** Stands for KNIME's PNG payload: the bytes, checked to be a PNG. */
public class PNGImageContent implements ImageContent {

    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private static final byte[] SIGNATURE = {(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final byte[] bytes;

    public PNGImageContent(final byte[] bytes) {
        if (bytes.length < SIGNATURE.length
            || !Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, SIGNATURE.length))) {
            throw new IllegalArgumentException("Not a PNG image: the signature is missing.");
        }
        this.bytes = bytes;
    }

    public PNGImageContent(final InputStream in) throws IOException {
        this(in.readAllBytes());
    }

    public byte[] getByteArray() {
        return bytes.clone();
    }

    public byte[] getByteArrayReference() {
        return bytes;
    }

    public Image getImage() {
        return read();
    }

    private BufferedImage read() {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("The PNG bytes cannot be decoded.", e);
        }
    }

    @Override
    public void paint(final Graphics2D g, final int width, final int height) {
        g.drawImage(read(), 0, 0, width, height, null);
    }

    @Override
    public Dimension getPreferredSize() {
        final BufferedImage image = read();
        return new Dimension(image.getWidth(), image.getHeight());
    }

    @Override
    public DataCell toImageCell() {
        return new PNGImageCell(this);
    }

    @Override
    public void save(final OutputStream output) throws IOException {
        output.write(bytes);
    }

    @Override
    public String getSummary() {
        final Dimension size = getPreferredSize();
        return "PNG Image " + size.width + " x " + size.height + " with " + bytes.length + " B";
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof PNGImageContent other && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
