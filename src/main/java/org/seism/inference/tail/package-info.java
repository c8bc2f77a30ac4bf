/**
 * p-values below what the number of replicates can show, as estimates: never in the place of the valid one (METHOD, section 18).
 */
package org.seism.inference.tail;
