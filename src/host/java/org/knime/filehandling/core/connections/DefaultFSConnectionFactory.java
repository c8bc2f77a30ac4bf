package org.knime.filehandling.core.connections;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Stands for KNIME's opener of file systems: local files and what belongs to the workflow; no Hub, no mount points. */
public final class DefaultFSConnectionFactory {

    /** Set by the host: the directory of the workflow whose node is running. */
    static volatile Supplier<Path> workflowDirectory = () -> null;

    private DefaultFSConnectionFactory() {
    }

    public static FSConnection createLocalFSConnection() {
        // as in KNIME: a relative local path starts at the user's home, not at the process's directory
        return connection(FSCategory.LOCAL, null, null, Path.of(System.getProperty("user.home")));
    }

    public static FSConnection createRelativeToConnection(final RelativeTo type) {
        final Path workflow = workflow();
        return switch (type) {
            case WORKFLOW_DATA -> connection(FSCategory.RELATIVE, type.getSettingsValue(), workflow.resolve("data"), null);
            case WORKFLOW -> connection(FSCategory.RELATIVE, type.getSettingsValue(), workflow, null);
            case MOUNTPOINT -> throw new IllegalStateException("Cannot determine ID of local mountpoint");
            case SPACE -> throw new IllegalStateException(
                "Relative to current Hub Space file system is not registered");
        };
    }

    public static FSConnection createMountpointConnection(final String mountID) {
        throw new IllegalStateException("The mount point \"" + mountID + "\" is not available on this host.");
    }

    public static FSConnection createHubSpaceConnection(final FSLocationSpec fsLocationSpec) {
        throw new IllegalStateException("KNIME Hub is not available on this host.");
    }

    public static FSConnection createCustomURLConnection(final FSLocation location) {
        final String specifier = location.getFileSystemSpecifier().orElse(null);
        return () -> new UrlFileSystem(location.getFSCategory(), specifier, Optional.ofNullable(workflowDirectory.get()));
    }

    private static FSConnection connection(final FSCategory category, final String specifier, final Path root,
        final Path working) {
        final RootedFileSystem system = new RootedFileSystem(category, specifier, root, working);
        return () -> system;
    }

    private static Path workflow() {
        final Path workflow = workflowDirectory.get();
        if (workflow == null) {
            throw new IllegalStateException("No workflow context available");
        }
        return workflow;
    }
}
