/**
 * Workflow directories: read, placed on a canvas, run in order and compared with the tables expected of them.
 */
package org.seism.host.workflow;
