package org.seism.knime.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.knime.filehandling.core.connections.DefaultFSConnectionFactory;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.RelativeTo;
import org.seism.InputException;
import org.seism.output.AtomicFiles;
import org.seism.table.NamedInput;

/** Opens whatever a file chooser hands out. The one class that knows KNIME's file systems. */
public final class FileLocation implements AutoCloseable {
    private final FSLocation m_location;
    private final FSConnection m_connection;

    private FileLocation(final FSLocation location, final FSConnection connection) {
        m_location = location;
        m_connection = connection;
    }

    /**
     * @param location a file of any of KNIME's file systems but those that need a connection port
     * @return the open file system of the file, to be closed after reading
     */
    public static FileLocation open(final FSLocation location) {
        try {
            return new FileLocation(location, connect(location));
        } catch (RuntimeException e) {
            throw e instanceof InputException ? e : unreachable(location, e);
        }
    }

    private static FSConnection connect(final FSLocation location) {
        return switch (location.getFSCategory()) {
            case LOCAL -> DefaultFSConnectionFactory.createLocalFSConnection();
            case RELATIVE -> DefaultFSConnectionFactory
                .createRelativeToConnection(RelativeTo.fromSettingsValue(location.getFileSystemSpecifier().orElseThrow()));
            case MOUNTPOINT -> DefaultFSConnectionFactory
                .createMountpointConnection(location.getFileSystemSpecifier().orElseThrow());
            case CUSTOM_URL -> DefaultFSConnectionFactory.createCustomURLConnection(location);
            case HUB_SPACE -> DefaultFSConnectionFactory.createHubSpaceConnection(location);
            default -> throw new InputException("The file " + name(location) + " needs a file system connection.",
                "Choose a file of this computer, the workflow, or a Hub space.");
        };
    }

    /** @return the file, under the name that messages use */
    public NamedInput input() {
        return new NamedInput(name(m_location), () -> {
            try {
                return Files.newInputStream(m_connection.getFileSystem().getPath(m_location));
            } catch (RuntimeException e) {
                // a path that the file system can't understand, a mount point that isn't there
                throw unreachable(m_location, e);
            }
        });
    }

    /**
     * Writes a file as a whole: the text is complete before a file is touched, and it takes the place of an older one in one step
     * where the file system can do that.
     *
     * @param text stored as UTF-8
     * @param overwrite whether a file that is there may be replaced
     * @throws InputException if it is there and may not be, or can't be written
     */
    public void write(final String text, final boolean overwrite) {
        try {
            final Path target = m_connection.getFileSystem().getPath(m_location);
            if (!overwrite && Files.exists(target)) {
                throw new InputException("The file " + name(m_location) + " is there already.",
                    "Choose another name, or let the node overwrite it.");
            }
            final Path local = Path.of(m_location.getPath());
            if (m_location.getFSCategory() == FSCategory.LOCAL && local.isAbsolute()) {
                AtomicFiles.writeText(local, out -> out.write(text));
            } else {
                replace(target, text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw unwritable(m_location, e);
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreachable(m_location, e);
        }
    }

    private static void replace(final Path target, final byte[] content) throws IOException {
        final Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(temporary, target);
        } catch (UnsupportedOperationException e) {
            // a place that only takes a stream of bytes, such as an address of the web
            Files.write(target, content);
        } finally {
            try {
                Files.deleteIfExists(temporary);
            } catch (UnsupportedOperationException e) {
                // then there is none
            }
        }
    }

    private static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | UnsupportedOperationException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        try {
            m_connection.close();
        } catch (IOException e) {
            // everything wanted has been read or written
        }
    }

    /** A path alone would not say in which file system it is missing. */
    private static String name(final FSLocation location) {
        final String where = location.getFileSystemSpecifier().orElse("");
        return "'" + location.getPath() + "'" + switch (where) {
            case "knime.workflow.data" -> " in the workflow's data area";
            case "knime.workflow" -> " relative to the workflow";
            case "knime.mountpoint" -> " relative to the mount point";
            case "knime.space" -> " in the Hub space";
            default -> "";
        };
    }

    private static InputException unwritable(final FSLocation location, final IOException e) {
        final String why = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
        return new InputException("The file " + name(location) + " can't be written: "
            + e.getClass().getSimpleName().replace("Exception", "") + why + ".",
            "Choose a folder that exists, that you may write to and that has space left.", e);
    }

    private static InputException unreachable(final FSLocation location, final RuntimeException e) {
        return new InputException("The file " + name(location) + " can't be reached: " + e.getMessage() + ".",
            "Choose the file again in the dialog.", e);
    }
}
