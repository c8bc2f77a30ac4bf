/**
 * Membership of a phenotype in the selection event (METHOD, section 7), and the null hypotheses and models it is drawn under.
 */
package org.seism.inference.event;
