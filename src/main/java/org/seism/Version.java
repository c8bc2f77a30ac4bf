package org.seism;

/** The version of this software, as results and help texts show it. */
public final class Version {

    /** The same as in pom.xml and in the bundle's manifest; a test compares them. */
    public static final String NUMBER = "1.0.0";

    private Version() {
    }
}
