package org.seism.knime.node.fastareader;

import java.io.IOException;
import java.nio.file.Files;

import org.knime.filehandling.core.connections.DefaultFSConnectionFactory;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.RelativeTo;
import org.seism.InputException;
import org.seism.table.NamedInput;

/** Opens whatever the file chooser hands out. The one class that knows KNIME's file systems. */
final class FastaLocation implements AutoCloseable {
    private final FSLocation m_location;
    private final FSConnection m_connection;

    private FastaLocation(final FSLocation location, final FSConnection connection) {
        m_location = location;
        m_connection = connection;
    }

    /**
     * @param location a file of any of KNIME's file systems but those that need a connection port
     * @return the open file system of the file, to be closed after reading
     */
    static FastaLocation open(final FSLocation location) {
        try {
            return new FastaLocation(location, connect(location));
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
    NamedInput input() {
        return new NamedInput(name(m_location), () -> {
            try {
                return Files.newInputStream(m_connection.getFileSystem().getPath(m_location));
            } catch (RuntimeException e) {
                // a path that the file system can't understand, a mount point that isn't there
                throw unreachable(m_location, e);
            }
        });
    }

    @Override
    public void close() {
        try {
            m_connection.close();
        } catch (IOException e) {
            // everything wanted has been read
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

    private static InputException unreachable(final FSLocation location, final RuntimeException e) {
        return new InputException("The file " + name(location) + " can't be reached: " + e.getMessage() + ".",
            "Choose the file again in the dialog.", e);
    }
}
