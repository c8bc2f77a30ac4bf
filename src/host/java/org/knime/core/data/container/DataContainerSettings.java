package org.knime.core.data.container;

/** Stands for KNIME's settings of a table container. */
public final class DataContainerSettings {

    private final boolean initializeDomain;

    private final boolean checkDuplicateRowKeys;

    private final boolean enableDomainUpdate;

    private DataContainerSettings(final boolean initializeDomain, final boolean checkDuplicateRowKeys,
        final boolean enableDomainUpdate) {
        this.initializeDomain = initializeDomain;
        this.checkDuplicateRowKeys = checkDuplicateRowKeys;
        this.enableDomainUpdate = enableDomainUpdate;
    }

    public static DataContainerSettings getDefault() {
        return builder().build();
    }

    public static Builder builder() {
        return new BuilderOf(false, true, true);
    }

    public boolean isInitializeDomain() {
        return initializeDomain;
    }

    public boolean isCheckDuplicateRowKeys() {
        return checkDuplicateRowKeys;
    }

    public boolean isEnableDomainUpdate() {
        return enableDomainUpdate;
    }

    /** Stands for KNIME's builder of container settings. */
    public interface Builder {

        Builder withInitializedDomain(boolean initializeDomain);

        Builder withCheckDuplicateRowKeys(boolean checkDuplicateRowKeys);

        Builder withDomainUpdate(boolean enableDomainUpdate);

        DataContainerSettings build();
    }

    private record BuilderOf(boolean initialize, boolean duplicates, boolean update) implements Builder {

        @Override
        public Builder withInitializedDomain(final boolean value) {
            return new BuilderOf(value, duplicates, update);
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean value) {
            return new BuilderOf(initialize, value, update);
        }

        @Override
        public Builder withDomainUpdate(final boolean value) {
            return new BuilderOf(initialize, duplicates, value);
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(initialize, duplicates, update);
        }
    }
}
