/**
 * One test of all selected motifs together: what they have to do with the phenotype, in one number (METHOD, section 8).
 */
package org.seism.inference.joint;
