/**
 * How large a selected motif's effect is: intervals and estimates that hold although the motif was chosen on the same data
 * (METHOD, section 17).
 */
package org.seism.inference.effect;
