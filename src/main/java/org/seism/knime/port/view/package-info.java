/**
 * What KNIME's classic interface shows of a port: Swing components, the only views of ports that the public API knows. The modern
 * interface shows views that are registered with {@code PortViewManager}; that class and the {@code PortView} it asks for are
 * internal to KNIME (exported with {@code x-internal}), so ports show nothing there, and every node gives the same facts in tables.
 */
package org.seism.knime.port.view;
