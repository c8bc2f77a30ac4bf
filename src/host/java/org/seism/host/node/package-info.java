/**
 * The life of a node: found in {@code plugin.xml}, made, configured, executed, cancelled, saved, copied and looked at.
 */
package org.seism.host.node;
