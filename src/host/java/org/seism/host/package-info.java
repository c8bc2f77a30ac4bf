/**
 * A headless stand-in for KNIME Analytics Platform: it knows nodes only through {@code plugin.xml} and KNIME's API, loads
 * workflow directories, configures and executes node by node with KNIME's rules and texts, and reports more strictly.
 * The slice of the API it runs on lives beside it in {@code org.knime}; {@link org.seism.host.node.SliceAccess} is the only
 * place that reaches behind that API.
 */
package org.seism.host;
