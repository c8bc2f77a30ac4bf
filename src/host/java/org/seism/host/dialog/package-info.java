/**
 * What KNIME checks when it builds a dialog, read off the annotations of a parameters class. KNIME finds a violation only when
 * a user opens the dialog; the host finds it when it meets the node.
 */
package org.seism.host.dialog;
