/**
 * Reversible kernels that walk on the selection event (METHOD, section 10).
 */
package org.seism.inference.chain;
