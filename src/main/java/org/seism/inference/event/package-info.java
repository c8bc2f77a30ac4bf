/**
 * Membership of a phenotype in the selection event (METHOD, section 7), for straight paths of a chain and for permutations.
 */
package org.seism.inference.event;
